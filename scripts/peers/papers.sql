-- What one would write in SQL instead of Papersluice: digests in, tables as CSV and Parquet out, in
-- DuckDB. ${input} is a file or a glob, ${output} a folder. Its regular expressions look at no
-- context, so that it finds most links and the sizes with a unit of their own, and guesses no model.

CREATE TEMP TABLE digests AS
SELECT sha256(content)[:16] AS digest_id, filename AS name, sha256(content) AS sha256,
       strlen(content) AS byte_length, content
FROM read_text('${input}');

CREATE TEMP TABLE paragraphs AS
SELECT digest_id, row_number() OVER (PARTITION BY digest_id ORDER BY place) AS number, text
FROM (
  SELECT digest_id, unnest(range(len(pieces))) AS place,
         trim(regexp_replace(unnest(pieces), '\s+', ' ', 'g')) AS text
  FROM (SELECT digest_id, regexp_split_to_array(content, '\n\s*\n') AS pieces FROM digests))
WHERE text <> ''
  AND lower(text) NOT IN ('new', 'get trending papers in your email inbox!', 'subscribe',
                          'byak and the research community', 'daily', 'weekly', 'monthly',
                          'trending papers', 'view all', '-', '·')
  AND NOT regexp_full_match(text, '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}(, \d{4})?');

CREATE TEMP TABLE papers AS
SELECT digest_id, number // 2 AS record_number,
       sha256(lower(regexp_replace(title, '[^\pL\pN]', '', 'g')))[:16] AS paper_id, title, abstract
FROM (
  SELECT digest_id, number, lag(text) OVER (PARTITION BY digest_id ORDER BY number) AS title,
         text AS abstract
  FROM paragraphs)
WHERE number % 2 = 0;

CREATE TEMP TABLE fields AS
SELECT digest_id, record_number, paper_id, 'title' AS field, title AS text FROM papers
UNION ALL
SELECT digest_id, record_number, paper_id, 'abstract' AS field, abstract AS text FROM papers;

CREATE TEMP TABLE links AS
WITH mentions AS (
  SELECT * EXCLUDE surface, regexp_replace(surface, '[.,;:!?''"*$)\]\\]+$', '') AS surface
  FROM (
    SELECT *, unnest(regexp_extract_all(text,
      '(?:https?://|\bwww\.)[^\s<>"{}|^`]+|\b(?:github|gitlab|huggingface|bitbucket)\.(?:com|co|org)/[^\s<>"{}|^`]+|\b[\w-]+\.github\.io[^\s<>"{}|^`]*')) AS surface
    FROM fields)),
addresses AS (
  SELECT *, regexp_replace(regexp_replace(rtrim(replace(surface, '\', ''), '/'), '^(https?://)?', 'https://'),
                           '\.git$', '') AS url
  FROM mentions)
SELECT digest_id, record_number,
       row_number() OVER (PARTITION BY digest_id, record_number ORDER BY field DESC, start_offset) AS ordinal,
       paper_id, field, start_offset, start_offset + length(surface) AS end_offset, surface, url, host,
       CASE WHEN repository <> '' THEN 'GITHUB_REPOSITORY'
            WHEN host = 'github.com' THEN 'GITHUB_ACCOUNT'
            WHEN host = 'gist.github.com' THEN 'GITHUB_GIST'
            WHEN host LIKE '%.github.io' THEN 'GITHUB_PAGES'
            WHEN host IN ('huggingface.co', 'hf.co') THEN 'HUGGING_FACE'
            WHEN host LIKE 'gitlab.%' OR host = 'bitbucket.org' THEN 'CODE_HOST'
            ELSE 'OTHER' END AS kind,
       nullif(split_part(repository, '/', 1), '') AS repository_owner,
       nullif(split_part(repository, '/', 2), '') AS repository_name,
       CASE WHEN regexp_matches(sentence, 'will be|upon (?:acceptance|publication)|coming soon', 'i') THEN 'PROMISED'
            WHEN regexp_matches(sentence, 'available|release|open-?source|code|github', 'i') THEN 'AVAILABLE'
            ELSE 'UNKNOWN' END AS availability
FROM (
  SELECT *, strpos(text, surface) - 1 AS start_offset,
         lower(regexp_extract(url, '^https://([^/?#]+)', 1)) AS host,
         regexp_extract(url, '^https://(?:www\.)?github\.com/([\w.-]+/[\w.-]+)', 1) AS repository,
         substring(text, greatest(1, strpos(text, surface) - 120), 180) AS sentence
  FROM (SELECT DISTINCT ON (digest_id, record_number, url) * FROM addresses));

CREATE TEMP TABLE model_sizes AS
SELECT digest_id, record_number,
       row_number() OVER (PARTITION BY digest_id, record_number ORDER BY field DESC, start_offset) AS ordinal,
       paper_id, field, start_offset, start_offset + length(surface) AS end_offset, surface,
       round(regexp_extract(surface, '^[\d.]+')::DOUBLE
             * CASE WHEN surface[-1:] IN ('M', 'm') OR surface ILIKE '%million' THEN 1e6
                    WHEN surface[-1:] IN ('T', 't') OR surface ILIKE '%trillion' THEN 1e12
                    ELSE 1e9 END)::BIGINT AS parameters,
       NULL AS experts, 'TOTAL' AS role, NULL AS model, 'EXACT' AS exactness
FROM (
  SELECT * EXCLUDE mention, strpos(text, mention) - 1 AS start_offset
  FROM (
    SELECT *, regexp_extract(mention, '^[\d.]+[ -]?(?:[BbMmt]r?illion|[BM])') AS surface
    FROM (
      SELECT *, unnest(regexp_extract_all(text,
        '\b\d{1,4}(?:\.\d+)?[ -]?(?:B\b|[BbMm]illion[ -](?:\w+[ -])?param|M[ -](?:\w+ )?(?:param|model)|trillion[ -]param)')) AS mention
      FROM fields)));

COPY (SELECT * EXCLUDE content FROM digests) TO '${output}/digests.csv';
COPY (SELECT * EXCLUDE content FROM digests) TO '${output}/digests.parquet';
COPY papers TO '${output}/papers.csv';
COPY papers TO '${output}/papers.parquet';
COPY links TO '${output}/links.csv';
COPY links TO '${output}/links.parquet';
COPY model_sizes TO '${output}/model_sizes.csv';
COPY model_sizes TO '${output}/model_sizes.parquet';
