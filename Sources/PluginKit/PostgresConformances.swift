public import CourtFormats
public import Postgres
