"""What schemathesis cannot make up by itself."""

import schemathesis

# Nothing listens there: deliveries of what is tried fail on this machine and reach nobody.
NOWHERE = "http://127.0.0.1:9/"


@schemathesis.hook
def map_query(context, query):
    # Cursors are sealed, so one that is made up is always refused. Most are left out, that lists are read as well.
    if query and len(str(query.get("cursor", ""))) % 4:
        query.pop("cursor")
    return query


@schemathesis.hook
def map_body(context, body):
    # Webhooks lead to where they may lead.
    if isinstance(body, dict) and isinstance(body.get("url"), str):
        body["url"] = NOWHERE
    return body
