-- For whom whoever did it acted then (代理), beside who it was: the person stays the one who did it.
ALTER TABLE host.audit_event ADD COLUMN on_behalf_of bigint[] NOT NULL DEFAULT '{}';
GRANT SELECT (on_behalf_of) ON host.audit_event TO docket_reader;

CREATE OR REPLACE VIEW core.change_record WITH (security_invoker = true) AS
    SELECT id, at, action, staff_id, roles, CASE WHEN staff_id IS NULL THEN client END AS client, changed_fields, court_code,
        object_type, object_id, on_behalf_of
    FROM host.audit_event;
