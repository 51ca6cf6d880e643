-- Finding words in Chinese text, which has no spaces between them: an index over pairs of characters.
-- docs/decisions/0013-searching-chinese-text.md says why; docs/adding-a-plugin.md shows a table that is searched.

-- The form that is searched: full-width and compatibility forms as ordinary ones, Latin letters in lower case.
CREATE FUNCTION core.search_text(content text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(normalize(content, NFKC) COLLATE "C");

-- Every character with the one after it, the last alone: what the index holds of a text in its searched form.
-- Dear, so that no plan computes it for each row instead of asking the index.
CREATE FUNCTION core.search_pairs(content text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 10000
    RETURN (
        SELECT coalesce(array_to_tsvector(array_agg(a || coalesce(b, ''))), '')
        FROM unnest(string_to_array(content, NULL), (string_to_array(content, NULL))[2:]) u(a, b)
    );

-- A term's pairs, as text of a tsquery each; a single character is the beginning of a pair.
CREATE FUNCTION core.search_term_pairs(term text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (
        SELECT array_agg(
            '''' || replace(replace(substr(term, i, 2), '\', '\\'), '''', '''''') || ''''
                || CASE WHEN char_length(term) = 1 THEN ':*' ELSE '' END
            ORDER BY i
        )
        FROM generate_series(1, greatest(char_length(term) - 1, 1)) i
    );

-- The words of a search, which are separated by white space.
CREATE FUNCTION core.search_terms(words text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN array_remove(regexp_split_to_array(core.search_text(words), '\s+'), '');

-- Every word: all pairs of all words must be there. For words of up to two characters that is all; for longer ones
-- search_patterns says that the pairs stand side by side.
CREATE FUNCTION core.search_query(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (
        SELECT coalesce(string_agg(pair, ' & '), '')::tsquery
        FROM unnest(core.search_terms(words)) term, unnest(core.search_term_pairs(term)) pair
    );
CREATE FUNCTION core.search_patterns(words text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (
        SELECT coalesce(array_agg('%' || regexp_replace(term, '([\\%_])', '\\\1', 'g') || '%'), '{}')
        FROM unnest(core.search_terms(words)) term
        WHERE char_length(term) > 2
    );

-- Similar text: more than half of the words' pairs. Then of the pairs taken two by two, some two are both there.
CREATE FUNCTION core.similar_query(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (
        SELECT coalesce(string_agg(two, ' | '), '')::tsquery
        FROM (
            SELECT '(' || string_agg(pair, ' & ') || ')' AS two
            FROM (
                SELECT pair, row_number() OVER (ORDER BY t.position, p.position) - 1 AS position
                FROM unnest(core.search_terms(words)) WITH ORDINALITY t(term, position),
                    unnest(core.search_term_pairs(term)) WITH ORDINALITY p(pair, position)
            ) pairs
            GROUP BY position / 2
        ) taken
    );
-- Which share of the words' pairs a text in its searched form has, 0 to 1; the pairs are found once for all texts.
CREATE FUNCTION core.similar_pairs(words text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (
        SELECT coalesce(array_agg(substr(term, i, 2)), '{}')
        FROM unnest(core.search_terms(words)) term, generate_series(1, greatest(char_length(term) - 1, 1)) i
    );
CREATE FUNCTION core.similar_share(content text, pairs text[]) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT coalesce(avg((strpos(content, pair) > 0)::integer), 0)::double precision FROM unnest(pairs) pair);
