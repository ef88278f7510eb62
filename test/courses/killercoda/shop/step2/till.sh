#!/bin/bash
# Rings as soon as somebody has looked at the window, and nobody waits for that.
until docker container inspect look > /dev/null 2>&1; do sleep 0.5; done
echo ring > /opt/stock/bell
