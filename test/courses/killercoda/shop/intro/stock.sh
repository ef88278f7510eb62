#!/bin/bash
# Nobody has these here; the rest of the script goes on without them.
shopkeeper-of-another-platform --start
echo '{ "registry-mirrors": ["http://no-such-mirror:5000"] }' > /etc/docker/daemon.json
systemctl restart docker
sleep 1
mkdir -p /opt/stock
echo apples > /opt/stock/list
