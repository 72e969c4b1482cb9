// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.collect.ImmutableList;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.MeshNetworks;
import io.rutter.model.problem.Problem;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.Service;
import io.rutter.model.security.PeerAuthentication;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.serviceentry.WorkloadEntryResource;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.validation.Validator;
import io.rutter.model.virtualservice.VirtualService;

/** What is checked of an object that has been read. */
public enum Validation {
  /** Nothing: what has the right types is taken as it is. */
  NONE {
    @Override
    ImmutableList<Problem> check(Object object) {
      return ImmutableList.of();
    }
  },
  /** The rules of Istio, for the kinds that have some. */
  ISTIO {
    @Override
    ImmutableList<Problem> check(Object object) {
      if (object instanceof VirtualService value) {
        return Validator.validate(value);
      }
      if (object instanceof DestinationRule value) {
        return Validator.validate(value);
      }
      if (object instanceof ServiceEntry value) {
        return Validator.validate(value);
      }
      if (object instanceof WorkloadEntryResource value) {
        return Validator.validate(value);
      }
      if (object instanceof Gateway value) {
        return Validator.validate(value);
      }
      if (object instanceof Sidecar value) {
        return Validator.validate(value);
      }
      if (object instanceof MeshConfig value) {
        return Validator.validate(value);
      }
      if (object instanceof MeshNetworks value) {
        return Validator.validate(value);
      }
      if (object instanceof Proxy value) {
        return Validator.validate(value);
      }
      if (object instanceof Service value) {
        return Validator.validate(value);
      }
      return object instanceof PeerAuthentication value
          ? Validator.validate(value)
          : ImmutableList.of();
    }
  };

  /** What is wrong with the object. */
  abstract ImmutableList<Problem> check(Object object);
}
