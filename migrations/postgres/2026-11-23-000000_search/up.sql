-- Searching retirements: what a retirement can be found by, one row each. Newest first is one walk of a term.
create table retirement_term (
    term text collate "C" not null,
    sequence bigint not null,
    id text collate "C" not null,
    primary key (term, sequence, id)
);

insert into retirement_term (term, sequence, id)
select distinct part.name || ':' || part.value, r.sequence, r.id
from retirement r
cross join lateral (
    select 'beneficiary' as name, r.beneficiary as value
    union all select 'mineral', r.mineral
    union all select 'programme', r.programme
    union all select 'claim', r.claim
    union all select 'producer', unnest(string_to_array(trim(r.producers), ' '))
    union all select 'country', unnest(string_to_array(trim(r.countries), ' '))
    union all select 'year', unnest(string_to_array(trim(r.years), ' '))
) part;

-- Which retirements rest on a batch.
create index ended_block_retirement on ended_block (batch, retirement);
