-- Whom a court tells of a major petition matter (《信访工作条例》第二十五条): Party committee, government, joint-conference office.
ALTER TABLE core.organization
    DROP CONSTRAINT organization_kind_check,
    ADD CONSTRAINT organization_kind_check CHECK (kind IN (
        'PARTY_COMMITTEE', 'GOVERNMENT', 'JOINT_CONFERENCE_OFFICE', 'POLITICAL_LEGAL_COMMITTEE', 'PROCURATORATE',
        'PETITION_BUREAU', 'PEOPLES_CONGRESS', 'PUBLIC_SECURITY', 'SUBDISTRICT', 'COMMUNITY', 'VILLAGE_COMMITTEE', 'LEGAL_AID',
        'JUSTICE_BUREAU'
    ));
