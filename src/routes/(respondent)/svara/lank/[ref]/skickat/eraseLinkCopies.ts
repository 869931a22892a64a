import { eraseCopies, mayKeepCopies } from '../sida/[nr]/unsavedCopy.ts';

// A file of its own that the receipt's page runs: what a window of this link may have left unsaved in the browser is erased
// once the answer is sent. The page has no other script, and is shown as well without it.

const [, sent] = /\/lank\/([^/]+)\//.exec(location.pathname) ?? [];
if (sent !== undefined && mayKeepCopies()) eraseCopies((reference) => reference === sent);
