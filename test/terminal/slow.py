"""Reads what a program prints slowly, and hands it on. `block` or `nonblock` says what the program's pipe is like."""
import os, subprocess, sys, time

leader, follower = os.pipe()
os.set_blocking(follower, sys.argv[1] == "block")
program = subprocess.Popen(sys.argv[2:], stdin=subprocess.DEVNULL, stdout=follower)
os.close(follower)
time.sleep(0.3)
while piece := os.read(leader, 2048):
    os.write(1, piece)
    time.sleep(0.0005)
sys.exit(program.wait())
