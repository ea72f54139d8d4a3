drop index ended_block_retirement;
drop table retirement_term;
