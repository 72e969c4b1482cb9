// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.LoadBalancerPolicy;
import io.rutter.model.destinationrule.SimpleLoadBalancer;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link LoadBalancerPolicy}: the one of its fields that is set. */
public final class LoadBalancerPolicyReader {
  private LoadBalancerPolicyReader() {}

  /** Reads the value from the fields of the enclosing object. */
  public static Optional<LoadBalancerPolicy> read(ObjectNode in) {
    return in.oneOf("simple", "consistentHash")
        .flatMap(
            field ->
                switch (field) {
                  case "simple" ->
                      in.enumValue("simple", SimpleLoadBalancer.class)
                          .map(LoadBalancerPolicy.Simple::new);
                  default ->
                      in.object("consistentHash", ConsistentHashReader::read)
                          .map(LoadBalancerPolicy.Hashed::new);
                });
  }
}
