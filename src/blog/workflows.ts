/** The texts of the GitHub workflows that `blog init` writes. */

/**
 * The text of `.github/workflows/blog.yml`. It pins the version of the tool, so that a post that is valid today is valid
 * tomorrow. It uses npx, which also works with a git repository; `npm install --global` does not, since npm 11 omits the
 * packages that build the tool. With `review` it also lists the posts that wait for one.
 */
export function workflowText(version: string, review = false): string {
  return `# Checks all posts on every push and pull request. GitHub shows each problem next to its line.
name: blog
on:
  push:
  pull_request:

permissions:
  contents: read

env:
${toolLines(version)}
jobs:
  validate:
${setUp}
      - run: npx --yes "$BLOG_TOOL" validate --format github
${review ? '      - name: Posts that wait for review\n        if: always()\n        run: npx --yes "$BLOG_TOOL" list --status pending\n' : ''}`;
}

/**
 * The text of `.github/workflows/feeds.yml`, which commits the feeds. What GitHub's own token pushes starts no workflow, so
 * it does not run in a loop; for the same reason it has to ask GitHub Pages for a build.
 */
export function feedsWorkflowText(version: string): string {
  return `# Writes the feeds on every push to the default branch, and each morning: scheduled posts become public by themselves,
# and expired ones go. Feeds that have changed are committed.
name: feeds
${onPushAndEachMorning}
permissions:
  contents: write
  pages: write

# One run after another, because they push to the same branch.
concurrency: feeds

env:
${toolLines(version)}  # The folder from which files are published as they are. GitHub Pages, from a branch: docs, or . for the whole repository.
  # Hugo: static. Hexo: source. Jekyll: .
  FEEDS: public

jobs:
  feeds:
    if: github.event_name != 'push' || github.ref_name == github.event.repository.default_branch
${setUp}
      - run: npx --yes "$BLOG_TOOL" feed --all -o "$FEEDS"
      - name: Commit the feeds that have changed
        id: commit
        run: |
          git add -- "$FEEDS"
          if git diff --cached --quiet; then exit 0; fi
          git config user.name 'github-actions[bot]'
          git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
          git commit --quiet -m 'Update the feeds'
          git pull --quiet --rebase
          git push --quiet
          echo 'pushed=true' >> "$GITHUB_OUTPUT"
      # GitHub does not publish by itself what a workflow pushes. If another workflow builds your site, add to its "on:"
      #   workflow_run: { workflows: [feeds], types: [completed] }
      - name: Publish them, if GitHub Pages publishes from a branch
        if: steps.commit.outputs.pushed == 'true'
        env:
          GH_TOKEN: \${{ github.token }}
        run: |
          pages="$(gh api "repos/$GITHUB_REPOSITORY" --jq .has_pages)"
          if [ "$pages" != true ]; then exit 0; fi
          source="$(gh api "repos/$GITHUB_REPOSITORY/pages" --jq .build_type)"
          if [ "$source" = workflow ]; then exit 0; fi
          gh api --method POST --silent "repos/$GITHUB_REPOSITORY/pages/builds"
`;
}

/**
 * The text of `.github/workflows/site.yml`, which builds the site and publishes it on GitHub Pages. Nothing is committed: the
 * pages are never in the repository.
 */
export function siteWorkflowText(version: string): string {
  return `# Builds the site and publishes it on GitHub Pages: on every push to the default branch, and each morning, because scheduled
# posts become public by themselves, and expired ones go.
# It needs one setting on GitHub: Settings > Pages > Source: GitHub Actions.
name: site
${onPushAndEachMorning}
permissions:
  contents: read
  pages: write
  id-token: write

# One run after another: a site that is being published is not interrupted.
concurrency: site

env:
${toolLines(version)}
jobs:
  site:
    if: github.event_name != 'push' || github.ref_name == github.event.repository.default_branch
    environment:
      name: github-pages
      url: \${{ steps.publish.outputs.page_url }}
${setUp}
      - run: npx --yes "$BLOG_TOOL" build -o public
      - uses: actions/upload-pages-artifact@v4
        with:
          path: public
      - id: publish
        uses: actions/deploy-pages@v4
`;
}

const onPushAndEachMorning = `on:
  push:
  schedule:
    - cron: '17 5 * * *' # 05:17 UTC
  workflow_dispatch:
`;

function toolLines(version: string): string {
  return `  # The tool to install: its name and version on npm. If it is not on npm, use the GitHub repository of the tool (not of
  # this blog) instead: github:OWNER/REPOSITORY
  BLOG_TOOL: partnership-blog@${version}
`;
}

/** How each workflow gets the blog and Node.js. */
const setUp = `    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22`;
