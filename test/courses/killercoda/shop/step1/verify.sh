#!/bin/bash
LOG=/shop-logs/step1.log
docker ps --format '{{.Names}}' 2>&1 | tee "$LOG" | grep -qx counter
