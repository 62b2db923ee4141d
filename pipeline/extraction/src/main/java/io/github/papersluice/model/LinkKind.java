package io.github.papersluice.model;

/** What a link leads to. The names are the values of the column {@code links.kind}. */
public enum LinkKind {
  /** {@code github.com/OWNER/REPO}, with or without a deeper path. */
  GITHUB_REPOSITORY,

  /** {@code github.com/OWNER} alone. */
  GITHUB_ACCOUNT,

  /** {@code OWNER.github.io}, with or without a path. */
  GITHUB_PAGES,

  /** {@code gist.github.com/...}. */
  GITHUB_GIST,

  /** {@code huggingface.co/OWNER/NAME}; {@code hf.co} is the same site. */
  HUGGING_FACE_MODEL,

  /** {@code huggingface.co/datasets/...}. */
  HUGGING_FACE_DATASET,

  /** {@code huggingface.co/spaces/...} or {@code *.hf.space}. */
  HUGGING_FACE_SPACE,

  /** {@code huggingface.co/collections/...}. */
  HUGGING_FACE_COLLECTION,

  /** {@code huggingface.co/OWNER} alone. */
  HUGGING_FACE_ACCOUNT,

  /** Any other page of Hugging Face: papers, blog, the front page. */
  HUGGING_FACE,

  /** Another place that hosts code, such as GitLab, Bitbucket or Codeberg. */
  CODE_HOST,

  /** Every other URL. */
  OTHER
}
