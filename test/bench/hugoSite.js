/** What makes a corpus a Hugo site too, one that builds nothing but the feed. */

/*
 * Two traps, found with Hugo 0.111: `disableKinds` with "page" leaves the feed without items, and `outputs.page = []`
 * makes Hugo look for a layout, in vain, for each page. Pages that are only linked to cost nothing but their reading.
 */

/** Configs of the site: the newest 20 posts in the feed, and all of them. */
export const hugoConfigs = { newest: 'hugo.toml', all: 'hugo-all.toml' };

/**
 * Lists the files that Hugo needs, with their text. Code is not coloured, as `blog` does not colour it either.
 * @returns {[path: string, text: string][]}
 */
export function listHugoFiles() {
  return [
    [hugoConfigs.newest, composeConfig(20)],
    [hugoConfigs.all, composeConfig(-1)],
    ['layouts/_default/rss.xml', template],
  ];
}

/** @param {number} limit */
function composeConfig(limit) {
  return `baseURL = "https://blog.example.org/"
title = "Students as Co-Creators"
contentDir = "posts"
buildDrafts = false
buildFuture = false
disableKinds = ["taxonomy", "term", "section", "sitemap", "robotsTXT", "404"]

[frontmatter]
date = ["date", ":filename"]
publishDate = ["date", ":filename"]

[outputs]
home = ["rss"]

[[cascade]]
[cascade._build]
render = "link"
[cascade._target]
kind = "page"

[services.rss]
limit = ${limit}

[markup.highlight]
codeFences = false
`;
}

const template = `{{- $pages := .Site.RegularPages -}}
{{- $limit := .Site.Config.Services.RSS.Limit -}}
{{- if ge $limit 1 -}}{{- $pages = $pages | first $limit -}}{{- end -}}
{{- printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0">
<channel>
<title>{{ .Site.Title }}</title>
<link>{{ .Site.BaseURL }}</link>
<description>{{ .Site.Title }}</description>
{{ range $pages -}}
<item>
<title>{{ .Title }}</title>
<link>{{ .Permalink }}</link>
<guid isPermaLink="false">urn:uuid:{{ .Params.id }}</guid>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}</pubDate>
<description>{{ .Content | html }}</description>
</item>
{{ end -}}
</channel>
</rss>
`;
