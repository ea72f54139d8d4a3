package main

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// proofOf parses a c2sp.org/tlog-proof@v1 and opens the checkpoint it ends in.
func proofOf(n int64) (tlog.Tree, tlog.RecordProof) {
	top, signed, found := strings.Cut(string(get(fmt.Sprintf("/log/proof/%d", n))), "\n\n")
	lines := strings.Split(top, "\n")
	need(found && len(lines) >= 2 && lines[0] == "c2sp.org/tlog-proof@v1", "proof %d: %q", n, top)
	if strings.HasPrefix(lines[1], "extra ") {
		lines = lines[1:]
	}
	need(lines[1] == fmt.Sprintf("index %d", n), "proof %d: %q", n, lines[1])
	var proof tlog.RecordProof
	for _, line := range lines[2:] {
		proof = append(proof, must(tlog.ParseHash(line)))
	}
	return openCheckpoint([]byte(signed)), proof
}

// checkEntry checks one entry's inclusion and that every falsified form of it
// is refused.
func checkEntry(n int64, data []byte) {
	tree, proof := proofOf(n)
	leaf := tlog.RecordHash(data)
	err := tlog.CheckRecord(proof, tree.N, tree.Hash, n, leaf)
	need(err == nil, "entry %d: %v", n, err)

	for i := range proof {
		proof[i][0] ^= 1
		need(tlog.CheckRecord(proof, tree.N, tree.Hash, n, leaf) != nil, "entry %d: flipped hash", n)
		proof[i][0] ^= 1
	}
	altered := append([]byte(nil), data...)
	altered[len(altered)/2] ^= 1
	need(tlog.CheckRecord(proof, tree.N, tree.Hash, n, tlog.RecordHash(altered)) != nil, "entry %d: altered", n)
	for _, other := range []int64{n ^ 1, (n + 1) % tree.N, (n + tree.N - 1) % tree.N} {
		need(tlog.CheckRecord(proof, tree.N, tree.Hash, other, leaf) != nil, "entry %d: as %d", n, other)
	}
}

func checkRetirements() map[int64]bool {
	checked := map[int64]bool{}
	for query := ""; ; {
		var page struct {
			Items []struct{ ID string }
			Next  string
		}
		getJSON("/v1/retirements"+query, &page)
		for _, item := range page.Items {
			var statement struct {
				Evidence struct {
					LogIndex  int64 `json:",string"`
					LogOrigin string
					LeafHash  tlog.Hash
				}
			}
			getJSON("/v1/retirements/"+item.ID+"/statement", &statement)
			evidence := statement.Evidence
			data := entry(evidence.LogIndex)
			need(bytes.Contains(data, []byte(item.ID)), "%s: not in entry %d", item.ID, evidence.LogIndex)
			need(evidence.LeafHash == tlog.RecordHash(data), "%s: leafHash", item.ID)
			need(evidence.LogOrigin == verifier.Name(), "%s: logOrigin", item.ID)
			checkEntry(evidence.LogIndex, data)
			checked[evidence.LogIndex] = true
		}
		if page.Next == "" {
			return checked
		}
		query = "?cursor=" + url.QueryEscape(page.Next)
	}
}
