/**
 * What is known of the compiled part of better-sqlite3 12. It is built on `node::ObjectWrap`, of which
 * the headers of Node 24.19 and later have one whose destructor aborts the process when it is called
 * where no JavaScript runs, and the garbage collector calls it there (`node_object_wrap.h`, and
 * `src/api/hooks.cc` of Node). Compiled with older headers it works in every Node of its line, as those
 * do that come with its releases; better-sqlite3 13 has left `ObjectWrap`, and Node 20 with it.
 */

/** Whether `addon`, the file's content, has the one of Node 24.19 or later in it. */
export function endsItsProcess(addon: Buffer): boolean {
  return addon.includes('RemoveEnvironmentCleanupHook');
}
