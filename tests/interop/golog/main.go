// Command golog checks the live log with golang.org/x/mod/sumdb, the client
// code of the Go checksum database. Usage: golog BASE_URL VKEY_FILE
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

var (
	base     string
	verifier note.Verifier
)

func ok(format string, args ...any) { fmt.Printf("ok   log: "+format+"\n", args...) }

func need(condition bool, format string, args ...any) {
	if !condition {
		log.Fatalf(format, args...)
	}
}

func must[T any](value T, err error) T {
	need(err == nil, "%v", err)
	return value
}

func fetch(path string) ([]byte, error) {
	request, err := http.NewRequest(http.MethodGet, base+path, nil)
	if err != nil {
		return nil, err
	}
	// Members' entries are read with an access token of the operator.
	if token := os.Getenv("OREBOOK_TOKEN"); token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("GET %s: %s", path, response.Status)
	}
	return io.ReadAll(response.Body)
}

func get(path string) []byte { return must(fetch(path)) }

func getJSON(path string, value any) {
	err := json.Unmarshal(get(path), value)
	need(err == nil, "GET %s: %v", path, err)
}

func entry(n int64) []byte { return get(fmt.Sprintf("/log/entry/%d", n)) }

// openCheckpoint checks a signed note and the form of a tlog-checkpoint, which
// names its log where a go.sum database tree has a fixed first line.
func openCheckpoint(signed []byte) tlog.Tree {
	opened := must(note.Open(signed, note.VerifierList(verifier)))
	lines := strings.Split(opened.Text, "\n")
	need(len(lines) >= 4 && lines[0] == verifier.Name(), "checkpoint: %q", opened.Text)
	size := must(strconv.ParseInt(lines[1], 10, 64))
	need(strconv.FormatInt(size, 10) == lines[1], "checkpoint: size %q", lines[1])
	return tlog.Tree{N: size, Hash: must(tlog.ParseHash(lines[2]))}
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("log: ")
	need(len(os.Args) == 3, "usage: golog BASE_URL VKEY_FILE")
	base = strings.TrimSuffix(os.Args[1], "/")
	verifier = must(note.NewVerifier(strings.TrimSpace(string(must(os.ReadFile(os.Args[2]))))))

	signed := get("/log/checkpoint")
	live := openCheckpoint(signed)
	ok("note opens the checkpoint of size %d with the key of %s", live.N, verifier.Name())
	altered := strings.Replace(string(signed), fmt.Sprintf("\n%d\n", live.N), fmt.Sprintf("\n%d\n", live.N+1), 1)
	_, err := note.Open([]byte(altered), note.VerifierList(verifier))
	need(err != nil, "a checkpoint of another size was opened")
	ok("note refuses the checkpoint with another size")

	checked := checkRetirements()
	need(len(checked) > 0, "no retirement")
	ok("the entries of %d retirements are included", len(checked))
	further := 0
	step := live.N / int64(10+len(checked))
	need(step > 0, "fewer than ten further entries")
	for n := live.N - 1; n >= 0 && further < 10; n -= step {
		if !checked[n] {
			checkEntry(n, entry(n))
			further++
		}
	}
	ok("%d further entries are included", further)
	ok("their proofs with a flipped hash, an altered entry or another index are refused")

	checkConsistency(live)
}
