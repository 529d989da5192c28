/**
 * The URI schemes whose documents the server is told of. Any scheme of a workspace folder will do; but a document of
 * no folder's scheme is often the shadow of one: the old side of a diff, a merge base, a notebook's cell. Its items
 * would be listed, and found overdue, twice.
 */
export function documentSchemes(folderSchemes: readonly string[]): readonly string[] {
  return [...new Set(['file', 'untitled', ...folderSchemes])];
}
