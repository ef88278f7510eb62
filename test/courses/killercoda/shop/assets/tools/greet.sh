#!/bin/sh
echo hello from the shop
