// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

// Command apiserver is Kubernetes' API server, or its store:
//
//	apiserver etcd FOLDER CLIENT-PORT PEER-PORT
//	apiserver serve FLAG...    with the flags of kube-apiserver
//
// They are two processes, so that a test can end one and keep what the other has.
package main

import (
	"fmt"
	"net/url"
	"os"
	"os/signal"
	"syscall"

	"go.etcd.io/etcd/server/v3/embed"
	"k8s.io/component-base/cli"
	"k8s.io/kubernetes/cmd/kube-apiserver/app"
)

func main() {
	if len(os.Args) == 5 && os.Args[1] == "etcd" {
		if err := store(os.Args[2], os.Args[3], os.Args[4]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if len(os.Args) > 1 && os.Args[1] == "serve" {
		command := app.NewAPIServerCommand()
		command.SetArgs(os.Args[2:])
		os.Exit(cli.Run(command))
	}
	fmt.Fprintln(os.Stderr, "usage: apiserver etcd FOLDER CLIENT-PORT PEER-PORT | apiserver serve FLAG...")
	os.Exit(2)
}

// store runs etcd on loopback until the process is ended.
func store(folder, clientPort, peerPort string) error {
	config := embed.NewConfig()
	config.Dir = folder
	config.LogLevel = "error"
	// A test's data need not outlive the machine.
	config.UnsafeNoFsync = true
	client := url.URL{Scheme: "http", Host: "127.0.0.1:" + clientPort}
	peer := url.URL{Scheme: "http", Host: "127.0.0.1:" + peerPort}
	config.ListenClientUrls = []url.URL{client}
	config.AdvertiseClientUrls = []url.URL{client}
	config.ListenPeerUrls = []url.URL{peer}
	config.AdvertisePeerUrls = []url.URL{peer}
	config.InitialCluster = config.InitialClusterFromName(config.Name)
	etcd, err := embed.StartEtcd(config)
	if err != nil {
		return err
	}
	ended := make(chan os.Signal, 1)
	signal.Notify(ended, syscall.SIGTERM, syscall.SIGINT)
	select {
	case <-ended:
		etcd.Close()
		return nil
	case err := <-etcd.Err():
		return err
	}
}
