/**
 * What makes a corpus a whole site of Hugo, with the kinds of pages that `blog build` writes: posts with breadcrumb, people,
 * structured data and neighbours; home, categories, tags and authors, twenty posts a page; a list by years, three feeds,
 * a sitemap. In Hugo's favour, there are no feeds of categories, and neighbours are those of all posts.
 */

export const hugoSiteConfig = 'hugo-site.toml';

const layouts = 'hugo-site';
/** Beside the posts, a page that lists them by years. */
const content = 'hugo-content';

/** @returns {[path: string, text: string][]} */
export function listThemeFiles() {
  return [
    [hugoSiteConfig, config],
    [`${content}/archive.md`, '---\ntitle: Years\nlayout: archive\n---\n'],
    [`${layouts}/_default/baseof.html`, base],
    [`${layouts}/_default/single.html`, single],
    [`${layouts}/_default/archive.html`, archive],
    [`${layouts}/_default/taxonomy.html`, `{{ define "main" }}<h1>{{ .Title }}</h1>\n{{ end }}`],
    [`${layouts}/_default/term.html`, list('.Paginate .Pages 20')],
    [`${layouts}/index.html`, list('.Paginate .Site.RegularPages 20')],
    [`${layouts}/404.html`, `{{ define "main" }}<h1>Page not found</h1>\n{{ end }}`],
    [`${layouts}/index.rss.xml`, rss],
    [`${layouts}/index.atom.xml`, atom],
    [`${layouts}/index.json`, json],
    [`${layouts}/partials/item.html`, item],
    [`${layouts}/partials/people.html`, people],
  ];
}

const config = `baseURL = "https://blog.example.org/"
title = "Students as Co-Creators"
layoutDir = "${layouts}"
buildDrafts = false
buildFuture = false
disableKinds = ["section"]

[frontmatter]
date = ["date", ":filename"]
publishDate = ["date", ":filename"]

[[module.mounts]]
source = "posts"
target = "content"
[[module.mounts]]
source = "${content}"
target = "content"

[taxonomies]
category = "categories"
tag = "tags"
author = "authors"

[permalinks]
"/" = "/:year/:month/:day/:slugorfilename/"

[outputFormats.atom]
mediaType = "application/atom+xml"
baseName = "atom"
[mediaTypes."application/atom+xml"]
suffixes = ["xml"]

[outputs]
home = ["html", "rss", "atom", "json"]
term = ["html"]
taxonomy = ["html"]

[markup.highlight]
codeFences = false
`;

const base = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} · {{ .Site.Title }}</title>
{{ with .Description }}<meta name="description" content="{{ . }}">
{{ end }}<link rel="stylesheet" href="/style.css">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .Site.Home.AlternativeOutputFormats }}<link rel="{{ .Rel }}" type="{{ .MediaType.Type }}" href="{{ .Permalink }}">
{{ end }}<meta property="og:site_name" content="{{ .Site.Title }}">
<meta property="og:title" content="{{ .Title }}">
<meta property="og:url" content="{{ .Permalink }}">
{{ block "head" . }}{{ end }}</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="banner"><p class="site-title"><a href="/">{{ .Site.Title }}</a></p></header>
<nav class="breadcrumb" aria-label="Breadcrumb"><p>You are here:</p><ol>
<li><a href="/">Home</a></li>
{{ with index (.GetTerms "categories") 0 }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}<li aria-current="page">{{ .Title }}</li></ol></nav>
<main id="main">
{{ block "main" . }}{{ end }}</main>
<footer><nav aria-label="About this site"><ul><li><a href="/index.xml">Feed</a></li></ul></nav></footer>
</body>
</html>
`;

const people = `{{ range .GetTerms "authors" }}<span class="p-author h-card"><a class="p-name u-url" href="{{ .RelPermalink }}">{{ .Title }}</a></span> {{ end }}`;

const single = `{{ define "head" }}<meta property="og:type" content="article">
<meta property="article:published_time" content="{{ .Date.Format "2006-01-02T15:04:05-07:00" }}">
{{ $authors := slice }}{{ range .GetTerms "authors" }}{{ $authors = $authors | append (dict "@type" "Person" "name" .Title "url" .Permalink) }}{{ end -}}
<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "BlogPosting" "headline" .Title "description" .Summary "url" .Permalink "datePublished" .Date "author" $authors "keywords" .Params.tags | jsonify | safeJS }}</script>
{{ end }}{{ define "main" }}<article class="h-entry">
<header><h1 class="p-name">{{ .Title }}</h1>
{{ with .Params.summary }}<p class="p-summary">{{ . }}</p>
{{ end }}<p class="meta">By {{ partial "people.html" . }}<time class="dt-published" datetime="{{ .Date.Format "2006-01-02T15:04:05-07:00" }}">{{ .Date.Format "2 January 2006, 15:04" }}</time></p></header>
{{ with .Params.image }}<figure class="cover"><img class="u-photo" src="{{ if reflect.IsMap . }}{{ .src }}{{ else }}{{ . }}{{ end }}" alt="{{ $.Params.image_alt }}"></figure>
{{ end }}<div class="e-content">
{{ .Content }}</div>
<footer><p class="names">Categories: {{ range .GetTerms "categories" }}<a class="p-category" rel="tag" href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</p>
<p class="names">Tags: {{ range .GetTerms "tags" }}<a class="p-category" rel="tag" href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</p></footer>
</article>
<nav class="neighbours">{{ with .Prev }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .Next }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
{{ end }}`;

const item = `<li><article class="h-entry"><h2><a class="p-name u-url" href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p class="meta"><time class="dt-published" datetime="{{ .Date.Format "2006-01-02T15:04:05-07:00" }}">{{ .Date.Format "2 January 2006, 15:04" }}</time> · {{ partial "people.html" . }}</p>
<p class="p-summary">{{ with .Params.summary }}{{ . }}{{ else }}{{ .Summary | plainify }}{{ end }}</p></article></li>
`;

/** @param {string} paginate */
function list(paginate) {
  return `{{ define "main" }}{{ $pager := ${paginate} }}<h1>{{ .Title }}</h1>
<ol class="posts h-feed">
{{ range $pager.Pages }}{{ partial "item.html" . }}{{ end }}</ol>
<nav class="pager">{{ with $pager.Prev }}<a rel="prev" href="{{ .URL }}">Newer posts</a>{{ end }}
<span>Page {{ $pager.PageNumber }} of {{ $pager.TotalPages }}</span>
{{ with $pager.Next }}<a rel="next" href="{{ .URL }}">Older posts</a>{{ end }}</nav>
{{ end }}`;
}

const archive = `{{ define "main" }}<h1>{{ .Title }}</h1>
{{ range .Site.RegularPages.GroupByDate "2006" }}<h2>{{ .Key }}</h2>
<ol>
{{ range .Pages }}{{ partial "item.html" . }}{{ end }}</ol>
{{ end }}{{ end }}`;

const rss = `{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0"><channel><title>{{ .Site.Title }}</title><link>{{ .Site.BaseURL }}</link><description>{{ .Site.Title }}</description>
{{ range first 20 .Site.RegularPages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}</pubDate><description>{{ .Content | html }}</description></item>
{{ end }}</channel></rss>
`;

const atom = `{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<feed xmlns="http://www.w3.org/2005/Atom"><title>{{ .Site.Title }}</title><id>{{ .Site.BaseURL }}</id>
{{ range first 20 .Site.RegularPages }}<entry><title>{{ .Title }}</title><id>{{ .Permalink }}</id><updated>{{ .Date.Format "2006-01-02T15:04:05-07:00" | safeHTML }}</updated><content type="html">{{ .Content | html }}</content></entry>
{{ end }}</feed>
`;

const json = `{{ $items := slice }}{{ range first 20 .Site.RegularPages }}{{ $items = $items | append (dict "id" .Permalink "title" .Title "content_html" .Content) }}{{ end -}}
{{ dict "version" "https://jsonfeed.org/version/1.1" "title" .Site.Title "items" $items | jsonify }}
`;
