// Package publish writes a published folder, and nothing else does.
//
// # All or nothing
//
// A new tree is staged beside the target, on the same file system, and takes
// its place by renaming. Killed at any moment, a run leaves the old tree, the
// new tree, or a state that the next [Begin] repairs before it does anything
// else. What a run needs beside the target public/ stands in one folder,
// .public.ronde/, which is gone when no run is under way:
//
//	lock      held by the running process
//	stage/    the new tree while it grows
//	journal   says that stage/ is whole and how it is being put in place
//	old/      the replaced tree, until nothing in it is needed
//	waste/    a tree that is being removed
//	probe     asks the file system for its time
//
// A run passes these states; each step is one rename, so there is none between:
//
//	                                   repaired by
//	no journal                         removing stage/
//	journal, target, no old/, stage/   removing journal and stage/: the old tree stands
//	journal, stage/, no target         renaming stage/ to the target, whether old/ is there or not
//	journal, old/, target, no stage/   linking late foreign files over, old/ to waste/
//	journal, target, neither           removing the journal
//	no journal, waste/                 removing waste/
//
// A target that cannot be renamed (a mount point, a layer of a container
// image, a folder that another program on Windows keeps open) is filled in
// place: file by file, each one replaced whole, the manifest last. The journal
// says so, and a run killed half-way is carried to its end by the next Begin.
// While it lasts, readers may see pages of both trees. A target that is a
// symbolic link is resolved first; the link itself stays.
//
// Killing a process needs nothing more. Against a power cut, the journal is
// flushed everywhere and folders where the system can; the content of the pages
// is flushed on Linux, in one call, and nowhere else: one flush a file costs more
// than a whole build, and the next build writes every page again.
//
// A running program that holds on to the folder rather than to its name, such as
// a container into which the target is bind-mounted, keeps seeing the old tree;
// give it the folder above.
//
// # Whose file is it
//
// The manifest, ronde-manifest.json in the root of the tree, lists every file
// that Ronde wrote. Files, folders and symbolic links that it does not list are
// foreign (CNAME, .git, a PDF somebody placed): they are carried over, linked
// where the file system can and copied elsewhere. When the new tree has a file
// of that name, nothing is published and a [ConflictError] names both. A foreign
// file that appears while a tree is being swapped in is carried over too.
//
// A file of Ronde's that somebody altered is still Ronde's: it is replaced, or
// removed when the new tree lacks it, and [Summary] names it. To keep hand-made
// content, give it a name of its own. A folder that holds files but no manifest
// is refused, except when all its entries begin with a dot: a fresh clone or an
// empty branch made for the site.
//
// Drafts never take the place of a published tree; a published tree may take the
// place of drafts.
//
// # What is not read again
//
// A file of Ronde's counts as unaltered without being read when it is as long as the
// manifest says and was changed before the manifest was modified. Where the system tells
// when a file was changed (Linux), a time of modification that somebody gives it makes no
// difference. There a second name, by which a later tree takes a file over, is a change
// too, and so is the end of the first name. Therefore a run that took files over moves the
// time of the manifest at its end, and [Stands] does when it had to read files and none has
// changed for two seconds. Neither does so unless each file is seen to be as it was, after
// the time that it sets: what is altered from then on is read, and what was altered before
// is found. One thing goes unseen: a page that is replaced while a run takes it over, byte
// for byte as long, in the same file, and given its old time of modification.
//
// A copy of a tree is read, its files having been changed after what its manifest says, and
// so is one whose manifest has a time that has yet to come. Where no time can be set, and
// where a file system has no second names, files are read more often and nothing else is
// different.
//
// # Manifest
//
// A JSON object, one file a line, sorted by path in byte order:
//
//	{"format": "ronde-manifest/1", "draft": false, "files": [
//	{"path": "nl/index.html", "size": 5120, "sha256": "…64 hexadecimal digits…"}
//	]}
//
// "inputs", behind draft, is a digest of all that the tree was made from: the next
// build of the same inputs finds it and has nothing to do. It does not list itself,
// and is the same for the same tree and inputs whatever the target held before.
//
// [Verify] reads every file and says what is not as the manifest says. To vouch for
// files unread is for builds alone.
//
// # Names
//
// Paths are relative, with slashes, of ASCII letters, digits and . _ - ~ + @ = ,
// so that they are the same in an address, on disk and on every system. Two
// names that differ in case alone, and names that Windows keeps to itself (CON,
// nul.txt, a final dot), are refused: a tree built on Linux is the tree built
// on Windows.
//
// # Links
//
// [Stage.Check] resolves every internal link of HTML, SVG and CSS against the
// staged tree, anchors included, and reports what a page would load from
// another host. Links of people to other sites are left alone.
//
// # Lock
//
// A run holds the lock of package volume, beside the target, from Begin to its
// end.
package publish
