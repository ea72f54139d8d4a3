-- Searching retirements: what a retirement can be found by, one row each. Newest first is one walk of a term.
create table retirement_term (
    term text not null,
    sequence integer not null,
    id text not null,
    primary key (term, sequence, id)
) strict, without rowid;

insert into retirement_term (term, sequence, id)
select distinct name || ':' || value, sequence, id from (
    select 'beneficiary' as name, beneficiary as value, sequence, id from retirement
    union all select 'mineral', mineral, sequence, id from retirement
    union all select 'programme', programme, sequence, id from retirement
    union all select 'claim', claim, sequence, id from retirement
    union all select 'producer', item.value, r.sequence, r.id
        from retirement r, json_each('["' || replace(trim(r.producers), ' ', '","') || '"]') item where item.value <> ''
    union all select 'country', item.value, r.sequence, r.id
        from retirement r, json_each('["' || replace(trim(r.countries), ' ', '","') || '"]') item where item.value <> ''
    union all select 'year', item.value, r.sequence, r.id
        from retirement r, json_each('["' || replace(trim(r.years), ' ', '","') || '"]') item where item.value <> ''
);

-- Which retirements rest on a batch.
create index ended_block_retirement on ended_block (batch, retirement);
