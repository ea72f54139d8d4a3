//! The tables as diesel sees them: one description for both databases.
//!
//! It is written by hand, because SQLite's types are looser than what the rows hold. The tests append
//! to and read from every column of every table on both databases, so a slip here cannot stay unseen.

diesel::table! {
    head (one) {
        one -> Integer,
        epoch -> BigInt,
        size -> BigInt,
        root -> Binary,
        edge -> Binary,
        time -> BigInt,
        leader -> Nullable<Text>,
    }
}

diesel::table! {
    journal (sequence) {
        sequence -> BigInt,
        time -> BigInt,
        kind -> Text,
        organisation -> Nullable<Text>,
        instruction -> Nullable<Text>,
        entry -> Binary,
        leaf -> Binary,
    }
}

diesel::table! {
    subject (name, sequence) {
        #[sql_name = "subject"]
        name -> Text,
        sequence -> BigInt,
    }
}

diesel::table! {
    tile (level, idx) {
        level -> Integer,
        idx -> BigInt,
        hashes -> Binary,
    }
}

diesel::table! {
    retirement (id) {
        id -> Text,
        sequence -> BigInt,
        time -> BigInt,
        holder -> Text,
        beneficiary -> Text,
        mineral -> Text,
        programme -> Text,
        level -> Text,
        claim -> Text,
        mass -> BigInt,
        producers -> Text,
        countries -> Text,
        years -> Text,
        search -> Text,
    }
}

diesel::table! {
    retirement_term (term, sequence, id) {
        term -> Text,
        sequence -> BigInt,
        id -> Text,
    }
}

diesel::table! {
    ended_block (batch, first) {
        batch -> Text,
        first -> BigInt,
        last -> BigInt,
        state -> Text,
        sequence -> BigInt,
        retirement -> Nullable<Text>,
    }
}

diesel::table! {
    trade (id) {
        id -> Text,
        market -> Text,
        sequence -> BigInt,
        time -> BigInt,
        price -> BigInt,
        mass -> BigInt,
        gross -> BigInt,
    }
}

diesel::table! {
    posting (sequence, ordinal) {
        sequence -> BigInt,
        ordinal -> Integer,
        account -> Text,
        currency -> Text,
        amount -> BigInt,
        trade -> Nullable<Text>,
        plan -> Nullable<Text>,
        payout -> Nullable<Text>,
    }
}

diesel::table! {
    trade_block (trade, ordinal) {
        trade -> Text,
        ordinal -> Integer,
        batch -> Text,
        first -> BigInt,
        last -> BigInt,
    }
}

diesel::table! {
    outbox (sequence, ordinal) {
        sequence -> BigInt,
        ordinal -> Integer,
        kind -> Text,
        organisation -> Text,
    }
}

diesel::table! {
    grievance (id) {
        id -> Text,
        digest -> Text,
        receipt -> Text,
        filed_at -> BigInt,
        kind -> Text,
        severity -> Text,
        about -> Nullable<Text>,
        content -> Text,
    }
}

diesel::table! {
    note (digest) {
        digest -> Text,
        salt -> Text,
        content -> Text,
    }
}

diesel::table! {
    contact_details (digest) {
        digest -> Text,
        organisation -> Text,
        salt -> Text,
        content -> Text,
        kept_at -> BigInt,
    }
}

diesel::table! {
    payout_detail (digest) {
        digest -> Text,
        organisation -> Text,
        salt -> Text,
        content -> Text,
    }
}

diesel::table! {
    payout_file (id) {
        id -> Text,
        digest -> Text,
        content -> Binary,
        made_at -> BigInt,
    }
}

diesel::table! {
    auditor_token (id) {
        id -> Text,
        name -> Text,
        hash -> Binary,
        made_at -> BigInt,
        revoked_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    auditor_use (id) {
        id -> Text,
        token -> Text,
        time -> BigInt,
        resource -> Text,
    }
}

diesel::table! {
    cosigned (size) {
        size -> BigInt,
        note -> Text,
    }
}

diesel::table! {
    involved (organisation, sequence) {
        organisation -> Text,
        sequence -> BigInt,
        reads -> Text,
    }
}

diesel::table! {
    person (id) {
        id -> Text,
        organisation -> Text,
        email -> Text,
        name -> Text,
        language -> Text,
        role -> Text,
        made_at -> BigInt,
        ended_at -> Nullable<BigInt>,
        unsubscribed -> Text,
    }
}

diesel::table! {
    link (hash) {
        hash -> Binary,
        kind -> Text,
        person -> Nullable<Text>,
        organisation -> Nullable<Text>,
        email -> Text,
        name -> Nullable<Text>,
        language -> Nullable<Text>,
        role -> Nullable<Text>,
        made_by -> Nullable<Text>,
        made_at -> BigInt,
        ends_at -> BigInt,
        used_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    session (hash) {
        hash -> Binary,
        person -> Text,
        made_at -> BigInt,
        used_at -> BigInt,
        ends_at -> BigInt,
    }
}

diesel::table! {
    client (id) {
        id -> Text,
        organisation -> Text,
        name -> Text,
        scope -> Text,
        made_at -> BigInt,
        revoked_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    client_key (client, public_key) {
        client -> Text,
        public_key -> Text,
        made_at -> BigInt,
        revoked_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    assertion (jti) {
        jti -> Text,
        ends_at -> BigInt,
    }
}

diesel::table! {
    security_log (organisation, id) {
        organisation -> Text,
        id -> Text,
        time -> BigInt,
        actor -> Text,
        kind -> Text,
        subject -> Text,
    }
}

diesel::table! {
    letter (id) {
        id -> Text,
        kind -> Text,
        organisation -> Nullable<Text>,
        person -> Nullable<Text>,
        name -> Text,
        address -> Text,
        language -> Text,
        facts -> Text,
        made_at -> BigInt,
        due_at -> BigInt,
        ends_at -> Nullable<BigInt>,
        tries -> Integer,
        state -> Text,
        failure -> Nullable<Text>,
        sent_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    webhook (id) {
        id -> Text,
        organisation -> Text,
        url -> Text,
        types -> Text,
        secret -> Text,
        previous_secret -> Nullable<Text>,
        previous_until -> Nullable<BigInt>,
        made_at -> BigInt,
        version -> BigInt,
        state -> Text,
        reason -> Nullable<Text>,
        delivered -> BigInt,
        tries -> BigInt,
        retry_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    webhook_attempt (webhook, id) {
        webhook -> Text,
        id -> Text,
        time -> BigInt,
        message -> Text,
        #[sql_name = "type"]
        kind -> Text,
        status -> Nullable<BigInt>,
        duration -> BigInt,
        failure -> Nullable<Text>,
    }
}

diesel::table! {
    evidence (declaration, digest) {
        declaration -> Text,
        digest -> Text,
        size -> BigInt,
        media_type -> Text,
        organisation -> Text,
        actor -> Text,
        stored_at -> BigInt,
        erased_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    bank_line (id) {
        id -> Text,
        account -> Text,
        currency -> Text,
        statement -> Text,
        entry -> BigInt,
        detail -> Nullable<BigInt>,
        day -> Text,
        direction -> Text,
        amount -> BigInt,
        reference -> Text,
        bank_reference -> Nullable<Text>,
        entry_reference -> Nullable<Text>,
        end_to_end_id -> Nullable<Text>,
        creditor_reference -> Nullable<Text>,
        instruction_id -> Nullable<Text>,
        payments_id -> Nullable<Text>,
        return_reason -> Nullable<Text>,
        charges -> Nullable<BigInt>,
        code -> Nullable<Text>,
        reversal -> BigInt,
        transactions -> BigInt,
        parts_told -> Nullable<BigInt>,
        parts_sum -> Nullable<BigInt>,
        told_at -> BigInt,
        booked_at -> Nullable<BigInt>,
        aside_at -> Nullable<BigInt>,
        aside_reason -> Nullable<Text>,
        aside_by -> Nullable<Text>,
    }
}

diesel::allow_tables_to_appear_in_same_query!(grievance, journal, subject);
diesel::allow_tables_to_appear_in_same_query!(involved, journal);
diesel::allow_tables_to_appear_in_same_query!(involved, webhook);
diesel::allow_tables_to_appear_in_same_query!(journal, posting);
diesel::allow_tables_to_appear_in_same_query!(person, session);
diesel::allow_tables_to_appear_in_same_query!(retirement, retirement_term);
