drop index evidence_by_digest;
drop table evidence;
