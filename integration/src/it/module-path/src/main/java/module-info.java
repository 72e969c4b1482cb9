// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/** A module of a user. */
module io.rutter.integration.modules {
  requires io.rutter.inspect;
  requires io.rutter.javacontrolplane;
}
