package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"strconv"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"ronde/internal/build"
	"ronde/internal/diag"
	"ronde/internal/serve"
	"ronde/internal/volume"
)

// defaultAddr is where a preview listens when nobody says: on this machine alone. When the
// port is taken, one of the next is.
const (
	defaultHost  = "127.0.0.1"
	defaultPort  = 4000
	portsToTry   = 20
	addrExamples = "127.0.0.1:4100, or 127.0.0.1:0 for any that is free"
)

func serveCommand(g *global) *cobra.Command {
	var addr string
	var open, keepGoing bool
	cmd := &cobra.Command{
		Use:   "serve [FOLDER]",
		Short: "Show the site in a browser while you write",
		Long: `Serve shows the site in your browser, with the rounds that are not released as
drafts, and loads each open page anew when you save a file. Nothing is written.

While something is wrong the pages stay as they were, and what is wrong stands at
their foot, and here; it goes when it is mended. Links between pages are checked by
ronde build alone. Only this machine can look, unless --addr names another address.
Stop it with Ctrl-C.

  ronde serve --open              at http://127.0.0.1:4000/, or the next free port
  ronde serve --keep-going        without the deliveries that have errors
  ronde serve --addr 127.0.0.1:0  any free port
  ronde serve --addr 0.0.0.0:80   for other machines too: they see unreleased figures

With a folder that ronde build published it shows that, as readers will see it:

  ronde serve public --open`,
		Args: arguments(0, 1, diag.Say("no arguments, or one published folder")),
		RunE: func(cmd *cobra.Command, args []string) error {
			if g.format != "text" {
				return diag.Refuse("serve writes text: for findings as JSON there is ronde check --format json")
			}
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			show := func(address string, where diag.Phrase) {
				g.say(cmd, where)
				if !open {
					return
				}
				if err := openBrowser(address); err != nil {
					g.say(cmd, diag.NoBrowser(err.Error()))
				}
			}
			named := cmd.Flags().Changed("addr")
			if len(args) == 1 {
				if keepGoing {
					return diag.Refuse("--keep-going is for the preview of a site: a published folder is shown as it is")
				}
				return showFolder(ctx, args[0], addr, named, show)
			}
			fsys, done, err := g.open()
			if err != nil {
				return err
			}
			defer done()
			now, err := g.siteDate()
			if err != nil {
				return err
			}
			listener, host, err := listen(addr, named)
			if err != nil {
				return err
			}
			preview := build.NewPreview(fsys, build.Options{SiteDate: now, Today: g.today, Strict: g.strict, KeepGoing: keepGoing})
			server := serve.New(preview, host, diag.TextOptions{Language: g.language})
			watcher := serve.NewWatcher(g.site)
			go watcher.Run(ctx)
			followed := make(chan struct{})
			go func() {
				defer close(followed)
				first := true
				server.Follow(ctx, watcher.Wake(), func(c serve.Change) {
					g.tell(cmd, c)
					if first {
						first = false
						show(address(listener), diag.PreviewAt(address(listener)))
					}
				})
			}()
			err = answer(ctx, listener, server)
			stop() // what follows the files ends too, and a second Ctrl-C ends at once
			<-followed
			return err
		},
	}
	cmd.Flags().StringVar(&addr, "addr", net.JoinHostPort(defaultHost, strconv.Itoa(defaultPort)), "address to listen at; without it the next port when this one is taken")
	cmd.Flags().BoolVar(&keepGoing, "keep-going", false, "show the site without the deliveries that have errors")
	cmd.Flags().BoolVar(&open, "open", false, "open the site in a browser")
	return cmd
}

// showFolder shows a published folder until ctx ends.
func showFolder(ctx context.Context, folder, addr string, named bool, show func(address string, where diag.Phrase)) error {
	files, err := volume.OpenFolder(folder)
	if err != nil {
		return err
	}
	defer files.Close()
	if _, err := files.Stat("ronde-manifest.json"); err != nil {
		return diag.Refuse("%s holds no published site: ronde build publishes one, and ronde serve without a folder shows what you write", folder)
	}
	listener, host, err := listen(addr, named)
	if err != nil {
		return err
	}
	show(address(listener), diag.FolderAt(folder, address(listener)))
	return answer(ctx, listener, serve.NewFolder(files, host))
}

func address(l net.Listener) string { return "http://" + l.Addr().String() + "/" }

// answer answers browsers until ctx ends.
func answer(ctx context.Context, listener net.Listener, handler http.Handler) error {
	web := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	ended := make(chan error, 1)
	go func() { ended <- web.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	closing, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = web.Shutdown(closing) // what is still being sent to a browser may be lost
	return nil
}

// listen opens the address. Host is the name by which other machines reach it, "" when none
// can. Where nobody named the address the next free port will do: each of two previews
// has one.
func listen(addr string, named bool) (l net.Listener, host string, err error) {
	host, text, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, "", diag.Refuse("--addr is an address and a port, such as %s, not %q", addrExamples, addr)
	}
	port, err := strconv.Atoi(text)
	if err != nil || port < 0 || port > 65535 {
		return nil, "", diag.Refuse("--addr: %q is no port: write a number up to 65535, such as in %s", text, addrExamples)
	}
	last := port
	if !named {
		last += portsToTry
	}
	for ; port <= last; port++ {
		if l, err = net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(port))); err == nil {
			break
		}
		if !errors.Is(err, errAddrInUse) {
			return nil, "", diag.Refuse("%s: %s", "--addr "+addr, diag.Fact(err))
		}
	}
	if err != nil {
		return nil, "", diag.Refuse("port %s is in use, by another preview perhaps: name another one with --addr %s", text, addrExamples)
	}
	if ip := net.ParseIP(host); host == "localhost" || ip != nil && ip.IsLoopback() {
		return l, "", nil
	}
	if host == "" {
		host = "0.0.0.0"
	}
	return l, host, nil
}

// tell prints what a run of a preview found.
func (g *global) tell(cmd *cobra.Command, c serve.Change) {
	if c.Result.Err != nil {
		fmt.Fprintf(cmd.ErrOrStderr(), "ronde: %s\n", diag.Visible(diag.Fact(c.Result.Err).In(g.language)))
	} else {
		_ = g.report(cmd, c.Result) // its error is an exit code
	}
	g.say(cmd, diag.Followed(g.clock().Format("15:04:05"), c.Took.Milliseconds(), c.Failed))
}

// openBrowser opens an address as the system does when somebody clicks on it.
func openBrowser(address string) error {
	switch runtime.GOOS {
	case "windows":
		return exec.Command("rundll32", "url.dll,FileProtocolHandler", address).Start()
	case "darwin":
		return exec.Command("open", address).Start()
	}
	return exec.Command("xdg-open", address).Start()
}
