"""A real terminal for a program: types and sends signals as it is told, and says what was on the screen at the end.

Standard input is JSON: args, cwd, env, size [rows, columns], steps, jobs (whether it may be stopped). Each step waits for `wait` on the screen (below what
the last one waited for), then does one of: `type` keys, send a `signal`, `hangup` (close the terminal). Standard output
is JSON: screen, status (as a shell has it: 128 and the signal's number after one), mode (whether the terminal is as it
was before), step (how many were done).
"""
import fcntl, json, os, pty, select, signal, struct, sys, termios, time

task = json.load(sys.stdin)
rows, columns = task.get("size", [24, 80])
leader, follower = pty.openpty()
fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
before = termios.tcgetattr(follower)


def keep():
    """What a shell with jobs does: a program that stops (Ctrl-Z) is put in the foreground again, as by `fg`."""
    program = os.fork()
    if program == 0:
        os.setpgid(0, 0)
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        os.tcsetpgrp(0, os.getpid())
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        return
    while True:
        _, result = os.waitpid(program, os.WUNTRACED)
        if not os.WIFSTOPPED(result):
            os._exit(os.WEXITSTATUS(result) if os.WIFEXITED(result) else 128 + os.WTERMSIG(result))
        os.write(2, b"[stopped]")
        os.kill(program, signal.SIGCONT)


child = os.fork()
if child == 0:
    os.setsid()
    fcntl.ioctl(follower, termios.TIOCSCTTY, 0)
    for fd in (0, 1, 2):
        os.dup2(follower, fd)
    os.closerange(3, 256)
    if task.get("jobs"):
        keep()
    for name in ("SIGPIPE", "SIGINT", "SIGTERM", "SIGHUP"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)
    os.chdir(task["cwd"])
    os.execvpe(task["args"][0], task["args"], task["env"])

screen = b""
seen = 0
done = 0
steps = task["steps"]
status = None
mode = None
deadline = time.monotonic() + task.get("patience", 40)


def read():
    """Takes in what is there; False once nobody writes any more."""
    global screen
    try:
        piece = os.read(leader, 65536)
    except OSError:
        return False
    screen += piece
    return piece != b""


while time.monotonic() < deadline:
    if leader is not None:
        ready, _, _ = select.select([leader], [], [], 0.02)
        if ready and not read():
            break
    else:
        time.sleep(0.02)
    if done < len(steps):
        step = steps[done]
        at = screen.find(step["wait"].encode(), seen)
        if at != -1:
            seen = len(screen)
            done += 1
            if "type" in step:
                os.write(leader, step["type"].encode())
            if "signal" in step:
                os.kill(child, getattr(signal, step["signal"]))
            if step.get("hangup"):
                os.close(follower)
                os.close(leader)
                leader = follower = None
    ended, result = os.waitpid(child, os.WNOHANG)
    if ended:
        status = result
        break

if status is None:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
if leader is not None:
    mode = termios.tcgetattr(follower) == before
    while select.select([leader], [], [], 0.05)[0] and read():
        pass

code = None
if status is not None:
    code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status)
json.dump({"screen": screen.decode("utf8", "replace"), "status": code, "mode": mode, "step": done}, sys.stdout)
