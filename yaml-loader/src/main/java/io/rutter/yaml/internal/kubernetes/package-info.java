// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The Kubernetes adapter: from Services, EndpointSlices, Pods, Nodes and Namespaces to the registry
 * of the model, and from Ingresses and IngressClasses to its gateways and virtual services.
 */
@NullMarked
@CheckReturnValue
package io.rutter.yaml.internal.kubernetes;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
