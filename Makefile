# `make site` builds the tool and the reference site; `make test` runs all tests.
# The site needs Go and make, nothing else; with npm its charts are interactive.
# `make test-go` is the quick loop;
# `make test-browser` brings a browser, Node's packages and Java where they lack.

GO ?= go

.PHONY: site interactive tool dist programs preview test test-go test-browser pictures vet staticcheck compiler race whole fuzz browser-tools bench bench-hugo reference-history

site: tool
	bin/ronde build --out public

# The script of interactive charts lies among the theme's assets once it is made,
# and the tool takes it in.
interactive:
	@themes/default/interactive/build

tool: interactive
	$(GO) build -trimpath -o bin/ronde ./cmd/ronde

# The programs of a release, in dist/, with their checksums and the licences of what they contain. The same commit, version of Go
# and script of charts give the same bytes, on any machine and in any folder.
PLATFORMS ?= linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64
VERSION ?= $(patsubst v%,%,$(shell git describe --tags --always --dirty))

dist: interactive programs

# GOFLAGS and the variants of processors could be set on this machine. Without the history
# of git, of which the folder may hold none, the version is all that a program knows of
# where it comes from.
programs:
	@rm -rf dist && mkdir dist
	@set -e; for platform in $(PLATFORMS); do \
	  os=$${platform%/*} arch=$${platform#*/}; \
	  name=ronde_$(VERSION)_$${os}_$$arch; \
	  if [ $$os = windows ]; then name=$$name.exe; fi; \
	  echo "dist/$$name"; \
	  GOFLAGS= GOEXPERIMENT= GOAMD64=v1 GOARM64=v8.0 CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch $(GO) build -trimpath -buildvcs=false \
	    -ldflags '-s -w -X main.release=$(VERSION)' -o dist/$$name ./cmd/ronde; \
	  if grep -qF '$(CURDIR)' dist/$$name; then echo "dist/$$name holds the name of this folder, and would differ elsewhere"; exit 1; fi; \
	done
	@GO='$(GO)' .ci/notices dist/ronde_* >dist/NOTICES.txt
	@cd dist && if command -v sha256sum >/dev/null; then sha256sum ronde_* NOTICES.txt; else shasum -a 256 ronde_* NOTICES.txt; fi >SHA256SUMS

# Also below a path, where the checks in a browser serve it.
preview: tool
	bin/ronde build --drafts --base-url http://127.0.0.1/a/preview/ --out preview

test: test-go test-browser

test-go: vet staticcheck race whole fuzz

vet:
	@test -z "$$(gofmt -l cmd internal themes)" || { gofmt -l cmd internal themes; echo "run gofmt -w on these files"; exit 1; }
	$(GO) vet ./...

staticcheck:
	$(GO) tool staticcheck ./...

# The race detector needs cgo and a C compiler. Debian machines that have none
# get one; elsewhere the run stops and says so.
compiler:
	@command -v $$($(GO) env CC) >/dev/null || { \
	  command -v apt-get >/dev/null && apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends gcc libc6-dev; \
	} || { echo "make test needs a C compiler for the race detector: install gcc"; exit 1; }

# Tests over the whole reference site and over very large files, builds by the dozen, and
# real processes on real disks run without the race detector: it takes ten times as long
# and needs gigabytes, and the scripts build with several goroutines too.
WHOLE = ^(TestReferenceSite|TestHostileFiles|TestUnreadableAndVanishingFiles|TestBuildAfterBuild|TestPreviewIsTheBuild|TestMistakesAreToldWhereTheyAre|TestMissingLineIsTold|TestBrokenStore|TestBuildStopped|TestNothingChanged|TestHistory.*|TestWithdrawnIsNowhere|TestTakeDownStopped|TestReal.*)$$

race: compiler
	CGO_ENABLED=1 $(GO) test -race -skip '$(WHOLE)' -timeout 30m ./...

whole:
	$(GO) test -run '$(WHOLE)' -timeout 30m ./internal/build ./cmd/ronde

# Every fuzz target for a number of inputs, or for a time: make fuzz FUZZTIME=10m.
# The number is the default because it is the same work on every machine, and
# because Go before 1.27 now and then calls the end of the time a failure. Inputs
# that lead to new code are shortened in ten attempts: without a limit that would
# take nearly all of the time.
FUZZTIME ?= 500x

fuzz:
	@grep -rE '^func Fuzz[A-Za-z0-9]+\(' --include='*_test.go' cmd internal themes | \
	  sed -E 's|^(.*)/[^/]*:func ([A-Za-z0-9]+).*|\1 \2|' | sort | while read -r folder target; do \
	  echo "$$target in $$folder"; \
	  $(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x ./$$folder || exit 1; done

test-browser: site preview browser-tools
	node --test --test-reporter=spec browser/*.test.js

# The pictures of docs/reader-checklist.md, to look at; they are not kept.
pictures: site browser-tools
	SITE=public node browser/pictures.js pictures

browser-tools:
	browser/tools
	@cmp -s browser/package-lock.json browser/node_modules/.installed || { \
	  cd browser && npm ci --ignore-scripts && cp package-lock.json node_modules/.installed; }

# All benchmarks, once each; docs/performance.md says what the figures mean.
bench:
	$(GO) test -run xxx -bench . -benchtime 1x -timeout 30m ./...

# The generated sites of the benchmarks as Hugo builds them.
HUGO = $(CURDIR)/bin/hugo
bench-hugo:
	GOBIN=$(CURDIR)/bin $(GO) install github.com/gohugoio/hugo@v0.160.1
	HUGO=$(HUGO) $(GO) test -tags hugo -run xxx -bench Hugo -benchtime 1x -timeout 30m ./internal/build

# Makes the reference site's releases anew, in chain order. Until version 1.0
# their history may change when drops are added to past rounds.
reference-history: tool
	.ci/reference-history bin/ronde
