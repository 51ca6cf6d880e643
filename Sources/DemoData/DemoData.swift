// The demo data is the files beside this one: courts, departments, staff, holidays, and one transferred batch of letters
// with the decisions about its duplicates. All of it is synthetic. The build embeds them as `Embedded.files`.
