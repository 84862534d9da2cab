/** The options of `blog build`. */
export interface BuildOptions {
  output?: string;
  siteUrl?: string;
  check?: boolean;
  diff?: boolean;
  skipInvalid?: boolean;
  strict?: boolean;
  force?: boolean;
}
