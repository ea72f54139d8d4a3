package main

import (
	"crypto/sha256"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// tiles reads the registry's hash tiles. C2SP fixed the height at 8 and left
// it out of the path that tlog writes.
type tiles struct{ falsify bool }

func (tiles) Height() int { return 8 }

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		data, err := fetch("/log/" + strings.Replace(tile.Path(), "tile/8/", "tile/", 1))
		if err != nil {
			return nil, err
		}
		if t.falsify {
			data[0] ^= 1
		}
		all = append(all, data)
	}
	return all, nil
}

func (tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// merkle is the tree hash as RFC 6962, section 2.1 defines it, so that the
// roots it gives owe nothing to tlog or to the tiles.
func merkle(entries [][]byte) tlog.Hash {
	if len(entries) == 1 {
		return sha256.Sum256(append([]byte{0}, entries[0]...))
	}
	split := 1
	for split*2 < len(entries) {
		split *= 2
	}
	left, right := merkle(entries[:split]), merkle(entries[split:])
	return sha256.Sum256(append(append([]byte{1}, left[:]...), right[:]...))
}

func checkConsistency(live tlog.Tree) {
	var entries [][]byte
	for n := int64(0); n < live.N; n++ {
		entries = append(entries, entry(n))
	}
	need(merkle(entries) == live.Hash, "the live root is not that of the entries")
	ok("the root of the checkpoint is that of its %d entries", live.N)

	reader := tlog.TileHashReader(live, tiles{})
	checked := 0
	for _, size := range []int64{1, 2, live.N / 3, 255, 256, 257, live.N - 1} {
		if size < 1 || size >= live.N {
			continue
		}
		root := merkle(entries[:size])
		proof := must(tlog.ProveTree(live.N, size, reader))
		err := tlog.CheckTree(proof, live.N, live.Hash, size, root)
		need(err == nil, "size %d: %v", size, err)

		for i := range proof {
			proof[i][0] ^= 1
			need(tlog.CheckTree(proof, live.N, live.Hash, size, root) != nil, "size %d: flipped hash", size)
			proof[i][0] ^= 1
		}
		other := root
		other[0] ^= 1
		need(tlog.CheckTree(proof, live.N, live.Hash, size, other) != nil, "size %d: another root", size)
		need(tlog.CheckTree(proof, live.N, live.Hash, size+1, root) != nil, "size %d: another size", size)
		checked++
	}
	need(checked > 0, "no older size to check")
	ok("%d older sizes are consistent with the checkpoint by proofs made from tiles", checked)
	ok("those proofs with a flipped hash, another root or another size are refused")

	_, err := tlog.ProveTree(live.N, live.N/2, tlog.TileHashReader(live, tiles{falsify: true}))
	need(err != nil && strings.Contains(err.Error(), "inconsistent"), "falsified tiles: %v", err)
	ok("falsified tiles are refused")
}
