/// <reference types="astro/client" />

interface ImportMetaEnv {
  /** Whether each essay's paper is beside its page, as `SLUG.pdf`. */
  readonly HAS_PAPERS: boolean;
}
