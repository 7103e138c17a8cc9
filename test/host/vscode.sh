#!/bin/sh
# Stands in for the executable of desktop VS Code where there is none: takes the same arguments, runs the npm-only host.
cd "$(dirname "$0")/../.." && exec node --import tsx test/host/standIn.ts "$@"
