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
SELECT DISTINCT model_sizes.paper_id, model_sizes.model, model_sizes.parameters
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

-- The models that most papers build on or compare with: those that they name with a size. Names are
-- told apart as they are written.
CREATE OR REPLACE VIEW models_compared AS
SELECT
  model,
  count(DISTINCT paper_id) AS paper_count,
  count(DISTINCT parameters) AS size_count,
  min(parameters) AS smallest_parameters,
  max(parameters) AS largest_parameters
FROM sizes_of_papers
WHERE model IS NOT NULL
GROUP BY model;

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
