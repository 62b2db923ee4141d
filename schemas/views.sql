-- Questions that the five tables answer, as views. Portable: the same text runs in DuckDB and in
-- PostgreSQL and gives the same rows. Run it after a load script, in the same schema.
--
-- A paper is counted once, however many digests list it: where a view speaks of papers, it takes
-- for each paper_id its latest record (by digest_date, unknown dates first, then by key).

-- The latest record of each paper.
CREATE OR REPLACE VIEW latest_papers AS
SELECT papers.*
FROM papers
JOIN (
  SELECT
    digest_id,
    record_number,
    row_number() OVER (
      PARTITION BY paper_id
      ORDER BY digest_date DESC NULLS LAST, digest_id DESC, record_number DESC
    ) AS age
  FROM papers
) AS aged
  ON aged.digest_id = papers.digest_id AND aged.record_number = papers.record_number
WHERE aged.age = 1;

-- How many papers offer their code, promise it, or say nothing; every status has a row.
CREATE OR REPLACE VIEW code_availability AS
SELECT
  statuses.code_status,
  count(latest_papers.paper_id) AS paper_count,
  CAST(count(latest_papers.paper_id) AS DOUBLE PRECISION)
    / nullif((SELECT count(*) FROM latest_papers), 0) AS paper_share
FROM (
  SELECT 'AVAILABLE' AS code_status
  UNION ALL SELECT 'PROMISED'
  UNION ALL SELECT 'NONE'
) AS statuses
LEFT JOIN latest_papers ON latest_papers.code_status = statuses.code_status
GROUP BY statuses.code_status;

-- Whose repositories papers link to. GitHub ignores the case of names, and so does the count; the
-- owner is shown in lower case.
CREATE OR REPLACE VIEW repositories_by_owner AS
SELECT
  lower(links.repository_owner) AS repository_owner,
  count(DISTINCT lower(links.repository_name)) AS repository_count,
  count(DISTINCT links.paper_id) AS paper_count
FROM links
JOIN latest_papers
  ON latest_papers.digest_id = links.digest_id
  AND latest_papers.record_number = links.record_number
WHERE links.kind = 'GITHUB_REPOSITORY'
GROUP BY lower(links.repository_owner);

-- The sizes that papers name, a row for each distinct total of a paper and model.
CREATE OR REPLACE VIEW sizes_of_papers AS
SELECT DISTINCT
  model_sizes.paper_id,
  model_sizes.digest_date,
  model_sizes.model,
  model_sizes.model_key,
  model_sizes.parameters
FROM model_sizes
JOIN latest_papers
  ON latest_papers.digest_id = model_sizes.digest_id
  AND latest_papers.record_number = model_sizes.record_number
WHERE model_sizes.role = 'TOTAL';

-- How many sizes papers name, by order of magnitude: each step is a factor of ten, from at_least
-- (inclusive) to below (exclusive); steps that no size falls into are shown too. A paper that names
-- one size for several models counts once in size_count for each size, not for each model.
CREATE OR REPLACE VIEW model_size_histogram AS
SELECT
  steps.at_least,
  steps.at_least * 10 AS below,
  count(sizes.paper_id) AS size_count,
  count(DISTINCT sizes.paper_id) AS paper_count
FROM (
  SELECT CAST(1 AS BIGINT) AS at_least
  UNION ALL SELECT 10
  UNION ALL SELECT 100
  UNION ALL SELECT 1000
  UNION ALL SELECT 10000
  UNION ALL SELECT 100000
  UNION ALL SELECT 1000000
  UNION ALL SELECT 10000000
  UNION ALL SELECT 100000000
  UNION ALL SELECT 1000000000
  UNION ALL SELECT 10000000000
  UNION ALL SELECT 100000000000
  UNION ALL SELECT 1000000000000
  UNION ALL SELECT 10000000000000
  UNION ALL SELECT 100000000000000
) AS steps
LEFT JOIN (SELECT DISTINCT paper_id, parameters FROM sizes_of_papers) AS sizes
  ON sizes.parameters >= steps.at_least AND sizes.parameters < steps.at_least * 10
GROUP BY steps.at_least;

-- The models that most papers build on or compare with: those that they name with a size. Spellings
-- that differ in case, spaces, hyphens and underscores are one model, shown as most papers spell it.
CREATE OR REPLACE VIEW models_compared AS
SELECT
  models.model_key,
  spellings.model,
  models.paper_count,
  models.size_count,
  models.smallest_parameters,
  models.largest_parameters
FROM (
  SELECT
    model_key,
    count(DISTINCT paper_id) AS paper_count,
    count(DISTINCT parameters) AS size_count,
    min(parameters) AS smallest_parameters,
    max(parameters) AS largest_parameters
  FROM sizes_of_papers
  WHERE model_key IS NOT NULL
  GROUP BY model_key
) AS models
JOIN (
  -- Among equals the hash decides, as the order of text differs between databases.
  SELECT
    model_key,
    model,
    row_number() OVER (
      PARTITION BY model_key ORDER BY count(DISTINCT paper_id) DESC, md5(model)
    ) AS place
  FROM sizes_of_papers
  WHERE model_key IS NOT NULL
  GROUP BY model_key, model
) AS spellings
  ON spellings.model_key = models.model_key AND spellings.place = 1;

-- The median and the largest of the sizes that each month's papers name; a size that a paper names
-- for several models counts once. Papers whose day is unknown share the row without a month.
CREATE OR REPLACE VIEW sizes_by_month AS
SELECT
  CAST(date_trunc('month', digest_date) AS DATE) AS first_of_month,
  count(*) AS size_count,
  count(DISTINCT paper_id) AS paper_count,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY parameters) AS median_parameters,
  max(parameters) AS largest_parameters
FROM (SELECT DISTINCT paper_id, digest_date, parameters FROM sizes_of_papers) AS sizes
GROUP BY CAST(date_trunc('month', digest_date) AS DATE);

-- The largest model that each paper names; papers that name none are left out.
CREATE OR REPLACE VIEW largest_model_per_paper AS
SELECT paper_id, title, largest_parameters, digest_date
FROM latest_papers
WHERE largest_parameters IS NOT NULL;

-- Papers that more than one digest lists, with the first and last day on which they were seen.
CREATE OR REPLACE VIEW papers_seen_again AS
SELECT
  papers.paper_id,
  latest_papers.title,
  count(DISTINCT papers.digest_id) AS digest_count,
  min(papers.digest_date) AS first_date,
  max(papers.digest_date) AS last_date
FROM papers
JOIN latest_papers ON latest_papers.paper_id = papers.paper_id
GROUP BY papers.paper_id, latest_papers.title
HAVING count(DISTINCT papers.digest_id) > 1;

-- The repositories that most papers link to, on GitHub, other code hosts and Hugging Face, with the
-- days of the first and the last of these papers.
CREATE OR REPLACE VIEW repositories_named_most AS
SELECT
  links.repository_id,
  count(DISTINCT links.paper_id) AS paper_count,
  min(links.digest_date) AS first_date,
  max(links.digest_date) AS last_date
FROM links
JOIN latest_papers
  ON latest_papers.digest_id = links.digest_id
  AND latest_papers.record_number = links.record_number
WHERE links.repository_id IS NOT NULL
GROUP BY links.repository_id;

-- The papers of each day, and how many of them offer or promise their code; papers whose day is
-- unknown share the row without a date.
CREATE OR REPLACE VIEW code_by_day AS
SELECT
  digest_date,
  count(DISTINCT paper_id) AS paper_count,
  count(DISTINCT CASE WHEN code_status = 'AVAILABLE' THEN paper_id END) AS with_code,
  count(DISTINCT CASE WHEN code_status = 'PROMISED' THEN paper_id END) AS with_promise,
  CAST(count(DISTINCT CASE WHEN code_status = 'AVAILABLE' THEN paper_id END) AS DOUBLE PRECISION)
    / count(DISTINCT paper_id) AS share_with_code
FROM papers
GROUP BY digest_date;

-- Papers that promised their code on one day and had it on a later one.
CREATE OR REPLACE VIEW code_released_later AS
SELECT
  promises.paper_id,
  latest_papers.title,
  promises.promised_date,
  min(papers.digest_date) AS released_date,
  min(papers.digest_date) - promises.promised_date AS days_between,
  latest_papers.github_repository
FROM (
  SELECT paper_id, min(digest_date) AS promised_date
  FROM papers
  WHERE code_status = 'PROMISED'
  GROUP BY paper_id
) AS promises
JOIN papers
  ON papers.paper_id = promises.paper_id
  AND papers.code_status = 'AVAILABLE'
  AND papers.digest_date > promises.promised_date
JOIN latest_papers ON latest_papers.paper_id = promises.paper_id
GROUP BY
  promises.paper_id,
  latest_papers.title,
  promises.promised_date,
  latest_papers.github_repository;

-- Each paper with the first day on which a digest listed it: what is new since a date is
-- SELECT * FROM papers_first_seen WHERE first_date >= DATE '2025-03-01'.
CREATE OR REPLACE VIEW papers_first_seen AS
SELECT
  latest_papers.paper_id,
  latest_papers.title,
  min(papers.digest_date) AS first_date,
  latest_papers.code_status,
  latest_papers.github_repository,
  latest_papers.largest_parameters
FROM latest_papers
JOIN papers ON papers.paper_id = latest_papers.paper_id
GROUP BY
  latest_papers.paper_id,
  latest_papers.title,
  latest_papers.code_status,
  latest_papers.github_repository,
  latest_papers.largest_parameters;

-- Papers and the repositories of code that they name, in the columns of Papers with Code's file
-- links-between-papers-and-code.json, which ended in July 2025. Whether a repository is the
-- authors' own, names the paper and in which framework it is cannot be told from an abstract: null.
CREATE OR REPLACE VIEW papers_with_code AS
SELECT
  coalesce(named.url, 'https://arxiv.org/abs/' || named.arxiv_id) AS paper_url,
  named.title AS paper_title,
  named.arxiv_id AS paper_arxiv_id,
  'https://arxiv.org/abs/' || named.arxiv_id AS paper_url_abs,
  'https://arxiv.org/pdf/' || named.arxiv_id || '.pdf' AS paper_url_pdf,
  named.repo_url,
  CAST(NULL AS BOOLEAN) AS is_official,
  named.mentioned_in_paper,
  CAST(NULL AS BOOLEAN) AS mentioned_in_github,
  CAST(NULL AS VARCHAR) AS framework
FROM (
  SELECT
    latest_papers.title,
    latest_papers.arxiv_id,
    latest_papers.url,
    CASE
      WHEN links.kind = 'GITHUB_REPOSITORY'
        THEN 'https://github.com/' || links.repository_owner || '/' || links.repository_name
      ELSE links.url
    END AS repo_url,
    bool_or(links.field IN ('title', 'abstract', 'comment')) OVER (
      PARTITION BY links.paper_id, links.repository_id
    ) AS mentioned_in_paper,
    row_number() OVER (
      PARTITION BY links.paper_id, links.repository_id ORDER BY links.ordinal
    ) AS place
  FROM links
  JOIN latest_papers
    ON latest_papers.digest_id = links.digest_id
    AND latest_papers.record_number = links.record_number
  WHERE links.kind IN ('GITHUB_REPOSITORY', 'CODE_HOST') AND links.repository_id IS NOT NULL
) AS named
WHERE named.place = 1;

-- The sizes that each day's papers name; digests whose day is unknown share the row without a date.
CREATE OR REPLACE VIEW sizes_per_day AS
SELECT
  papers.digest_date,
  count(*) AS mention_count,
  count(DISTINCT papers.paper_id) AS paper_count,
  min(model_sizes.parameters) AS smallest_parameters,
  max(model_sizes.parameters) AS largest_parameters
FROM model_sizes
JOIN papers
  ON papers.digest_id = model_sizes.digest_id
  AND papers.record_number = model_sizes.record_number
WHERE model_sizes.role = 'TOTAL'
GROUP BY papers.digest_date;
