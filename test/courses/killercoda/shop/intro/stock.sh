#!/bin/bash
# Nobody has these here; the rest of the script goes on without them.
set -e
apt-get update
apt-get install -y curl no-such-package-anywhere
shopkeeper-of-another-platform --start || true
echo '{ "registry-mirrors": ["http://no-such-mirror:5000"] }' > /etc/docker/daemon.json
systemctl restart docker
# The terminal says when its reader is there.
until [ -f /tmp/at-the-door ]; do sleep 0.2; done
mkdir -p /opt/stock
echo apples > /opt/stock/list
