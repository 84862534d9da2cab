/** What package.json says about the program; a test holds the two together. */
export const version = '0.1.0';
/** Where its documentation is, and where to report bugs. */
export const homepage = 'https://npmjs.com/package/partnership-blog';
