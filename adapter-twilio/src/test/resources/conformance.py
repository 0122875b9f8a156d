# Runs Autobahn's fuzzing client: the jar that it lies in, and what it is to do.
import sys

sys.path.insert(0, sys.argv[1])
sys.argv = ["wstest", "-m", "fuzzingclient", "-s", sys.argv[2]]

from autobahntestsuite import wstest

wstest.run()
