import { describe, expect, test } from '@jest/globals';
import { findFileClashes, outputPath } from '../../src/site/outputPaths.ts';

describe('outputPath', () => {
  test.each([
    ['/', 'index.html'],
    ['/2018/07/visit/', '2018/07/visit/index.html'],
    ['/2018/07/visit', '2018/07/visit/index.html'],
    ['/visit.html', 'visit.html'],
    ['/visit.html/', 'visit.html/index.html'],
    ['/old/visit.HTM', 'old/visit.HTM'],
    ['/v1.2', 'v1.2/index.html'],
    ['//a//b/', 'a/b/index.html'],
    ['/caf%C3%A9/', 'café/index.html'],
    ['/.gitignore/', '.gitignore/index.html'],
    ['/git~12/', 'git~12/index.html'],
    ['/git/', 'git/index.html'],
    ['/100%25/', '100%/index.html'],
    ['/%E9/', '%E9/index.html'],
    ['/a%3Fb/', 'a?b/index.html'],
  ])('%s is %s', (urlPath, file) => {
    expect(outputPath(urlPath)).toEqual({ file });
  });

  test.each([
    ['/?p=12', 'it has a “?” or “#”, which no file can have in its URL'],
    ['/a#b', 'it has a “?” or “#”, which no file can have in its URL'],
    ['/../a/', 'it has the part “.” or “..”'],
    ['/%2e%2E/a/', 'it has the part “.” or “..”'],
    ['/a%2Fb/', 'it has a slash or a control character in a name'],
    ['/a%5Cb/', 'it has a slash or a control character in a name'],
    ['/.git/config', 'it has a name that belongs to git or to blog build itself'],
    ['/a/.GIT/', 'it has a name that belongs to git or to blog build itself'],
    ['/.blog-build.json', 'it has a name that belongs to git or to blog build itself'],
    ['/.Blog-build.jso%6E/', 'it has a name that belongs to git or to blog build itself'],
    ['/.blog-build.tmp/', 'it has a name that belongs to git or to blog build itself'],
    ['/git~1/hooks/x.html', 'it has a name that belongs to git or to blog build itself'],
    ['/.g%E2%80%8Cit/x.html', 'it has a name that belongs to git or to blog build itself'],
    ['/.git.%20/x.html', 'it has a name that belongs to git or to blog build itself'],
    ['/.git::$INDEX_ALLOCATION/x.html', 'it has a name that belongs to git or to blog build itself'],
    ['/.blog%E2%80%8D-build.json', 'it has a name that belongs to git or to blog build itself'],
    ['/a%00b/', 'it has a slash or a control character in a name'],
    [`/${'a'.repeat(256)}/`, 'one of its names is longer than 255 bytes'],
    [`/${'%C3%A9'.repeat(128)}/`, 'one of its names is longer than 255 bytes'],
  ])('no file can be that of %s', (urlPath, problem) => {
    expect(outputPath(urlPath)).toEqual({ problem });
  });
});

describe('findFileClashes', () => {
  test.each([
    ['capitals', ['A/index.html', 'a/index.html'], [['A/index.html', 'a/index.html']]],
    ['Unicode forms', ['caf\u00e9.html', 'cafe\u0301.html'], [['caf\u00e9.html', 'cafe\u0301.html']]],
    ['a file where a folder is needed', ['a.html/b/index.html', 'a.html'], [['a.html', 'a.html/b/index.html']]],
    ['the same, in capitals', ['A.html/index.html', 'a.html'], [['a.html', 'A.html/index.html']]],
  ])('finds %s', (_, files, clashes) => {
    expect(findFileClashes(files)).toEqual(clashes);
  });

  test('finds nothing where each file can be there', () => {
    expect(findFileClashes(['index.html', 'a/index.html', 'a/b/index.html', 'ab/index.html', 'feed.xml'])).toEqual([]);
  });
});
