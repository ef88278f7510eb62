#!/bin/bash
echo 220 > /tmp/heat
