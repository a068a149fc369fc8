package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// run runs the commands of a block, and keeps what they say.
func (r *guideRun) run(b *block) error {
	r.said = ""
	for i, command := range b.lines {
		args, err := words(command)
		if err != nil {
			return err
		}
		wanted := 0
		if i == len(b.lines)-1 {
			wanted = b.exit
		}
		switch {
		case len(args) == 2 && args[0] == "cd":
			r.folder = filepath.Join(r.folder, args[1])
		case len(args) > 1 && args[0] == "ronde" && args[1] == "serve":
			err = r.serve(args)
		case len(args) > 1 && args[0] == "ronde":
			err = r.ronde(args, wanted)
		default:
			err = fmt.Errorf("%s: the guide has the commands cd and ronde alone", command)
		}
		if err != nil {
			return err
		}
		r.ran = append(r.ran, command)
	}
	r.said = steady(strings.TrimSuffix(r.said, "\n"))
	return nil
}

func (r *guideRun) command(args []string) *exec.Cmd {
	c := exec.Command(args[0], args[1:]...)
	c.Dir = r.folder
	c.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=", "GITHUB_ACTIONS=", "CI=", "RONDE_LANG=")
	return c
}

func (r *guideRun) ronde(args []string, wanted int) error {
	var said bytes.Buffer
	c := r.command(args)
	c.Stdout, c.Stderr = &said, &said
	_ = c.Run() // its exit code says more
	r.said += said.String()
	if code := c.ProcessState.ExitCode(); code != wanted {
		return fmt.Errorf("%s: ended with %d, not %d\n%s", strings.Join(args, " "), code, wanted, said.String())
	}
	return nil
}

// serve begins a preview at a port that is free, and waits until it says where it is.
func (r *guideRun) serve(args []string) error {
	c := r.command(append(args, "--addr", "127.0.0.1:0"))
	out, err := c.StdoutPipe()
	if err != nil {
		return err
	}
	if err := c.Start(); err != nil {
		return err
	}
	r.serving = c
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		r.said += lines.Text() + "\n"
		if m := previewAt.FindStringSubmatch(lines.Text()); m != nil {
			r.address = m[1]
			return nil
		}
	}
	return fmt.Errorf("%s: ended without a preview", strings.Join(args, " "))
}

func (r *guideRun) stopServing() {
	if r.serving != nil {
		_ = r.serving.Process.Kill()
		_ = r.serving.Wait()
		r.serving = nil
	}
}
