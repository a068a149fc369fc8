package build

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/gob"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"sync"

	"ronde/internal/publish"
	"ronde/internal/site"
	"ronde/internal/volume"
)

// A store remembers, from one build to the next, what the parts of a site left that may
// be the same again: names and hashes of their files, which the next build takes from
// the standing tree, and what later phases need of them. It lies beside the target, as
// .public.ronde-cache, for nobody else to read, and may be removed at any time. A part
// is found by its name and by the digest of all that it depends on, so that nothing in
// it can be out of date.
//
// The file holds a block for each part, an index of them, and where the index is. It is
// read block by block and written while parts are made, since a large site has a
// hundred megabytes of it. Whatever is wrong with it, a build makes everything: no
// failure of the store is an error. All its methods work on a nil store, which finds and
// keeps nothing.
type store struct {
	disk    volume.Disk
	depends map[site.Dependence]string
	path    string

	old   *os.File // nil when there is none that can be read
	index map[partKey]block

	mu      sync.Mutex
	fresh   *os.File
	blocks  map[partKey]block
	size    int64
	damaged bool // fresh could not be written
}

// keptPart is what is remembered of a part.
type keptPart struct {
	Trace site.Trace
	Files []publish.Kept

	encoded []byte // as it was found
}

// names are the names of its files.
func (k keptPart) names() []string {
	names := make([]string, len(k.Files))
	for i := range k.Files {
		names[i] = k.Files[i].Path
	}
	return names
}

type partKey [sha256.Size]byte

// A block is where a part lies in the file.
type block struct {
	At, Length int64
	Sum        uint32 // CRC-32 of its bytes
}

// storeFormat ends the file. It changes with the form of what is stored; a program that
// was changed finds nothing anyway, as it is part of every digest.
const storeFormat = "ronde-cache/1\n"

// openStore opens the store of a target; depends are the digests of what parts depend on,
// none when that is not known.
func openStore(d volume.Disk, target string, depends map[site.Dependence]string) *store {
	full, err := filepath.Abs(target)
	if err != nil || depends == nil {
		return nil
	}
	s := &store{disk: d, depends: depends, path: filepath.Join(filepath.Dir(full), "."+filepath.Base(full)+".ronde-cache"), blocks: map[partKey]block{}}
	// The target is locked: nobody else writes this.
	if d.Ask(volume.ActWrite, s.path+".new") != nil {
		return nil
	}
	if s.fresh, err = os.OpenFile(s.path+".new", os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600); err != nil {
		return nil
	}
	if s.old, err = os.Open(s.path); err == nil {
		if s.index, err = readIndex(s.old); err != nil {
			s.index = nil
		}
	}
	return s
}

// readIndex reads the end of a store: the index, its place and checksum, the format.
func readIndex(f *os.File) (map[partKey]block, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	end := make([]byte, 20+len(storeFormat))
	if _, err := f.ReadAt(end, info.Size()-int64(len(end))); err != nil {
		return nil, err
	}
	where := block{At: int64(binary.LittleEndian.Uint64(end)), Length: int64(binary.LittleEndian.Uint64(end[8:])), Sum: binary.LittleEndian.Uint32(end[16:])}
	if string(end[20:]) != storeFormat || where.At < 0 || where.Length < 0 || where.At > info.Size() || where.Length > info.Size()-where.At {
		return nil, io.ErrUnexpectedEOF
	}
	var index map[partKey]block
	_, err = readBlock(f, where, &index)
	return index, err
}

// readBlock decodes a block, and gives its bytes.
func readBlock(f io.ReaderAt, b block, into any) ([]byte, error) {
	content := make([]byte, b.Length)
	if _, err := f.ReadAt(content, b.At); err != nil {
		return nil, err
	}
	if crc32.ChecksumIEEE(content) != b.Sum {
		return nil, io.ErrUnexpectedEOF
	}
	return content, gob.NewDecoder(bytes.NewReader(content)).Decode(into)
}

func (s *store) key(part site.Part) partKey {
	return sha256.Sum256([]byte(s.depends[part.Of] + " " + part.Name))
}

// find gives what an earlier build left of a part that depends on the same.
func (s *store) find(part site.Part) (kept keptPart, ok bool) {
	if s == nil || part.Name == "" {
		return keptPart{}, false
	}
	b, known := s.index[s.key(part)]
	if !known {
		return keptPart{}, false
	}
	encoded, err := readBlock(s.old, b, &kept)
	kept.encoded = encoded
	return kept, err == nil
}

// keep remembers what is left of a part.
func (s *store) keep(part site.Part, kept keptPart) {
	if s == nil {
		return
	}
	content := kept.encoded
	if content == nil {
		var b bytes.Buffer
		if gob.NewEncoder(&b).Encode(kept) != nil {
			return
		}
		content = b.Bytes()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.blocks[s.key(part)] = s.append(content)
}

func (s *store) append(content []byte) block {
	b := block{s.size, int64(len(content)), crc32.ChecksumIEEE(content)}
	n, err := 0, s.disk.Ask(volume.ActWrite, s.fresh.Name())
	if err == nil {
		n, err = s.fresh.Write(content)
	}
	s.size += int64(n)
	s.damaged = s.damaged || err != nil
	return b
}

// save puts what was kept in the place of what was there.
func (s *store) save() {
	if s == nil {
		return
	}
	var index bytes.Buffer
	if gob.NewEncoder(&index).Encode(s.blocks) != nil {
		return
	}
	where := s.append(index.Bytes())
	end := binary.LittleEndian.AppendUint64(nil, uint64(where.At))
	end = binary.LittleEndian.AppendUint64(end, uint64(where.Length))
	end = binary.LittleEndian.AppendUint32(end, where.Sum)
	s.append(append(end, storeFormat...))
	if s.old != nil {
		s.old.Close() // Windows replaces no open file
		s.old = nil
	}
	if s.fresh.Close() == nil && !s.damaged {
		_ = s.disk.Rename(s.fresh.Name(), s.path)
	}
}

// close ends the use of a store, saved or not.
func (s *store) close() {
	if s == nil {
		return
	}
	if s.old != nil {
		s.old.Close()
	}
	s.fresh.Close()
	_ = s.disk.Remove(s.fresh.Name()) // gone when it was saved
}
