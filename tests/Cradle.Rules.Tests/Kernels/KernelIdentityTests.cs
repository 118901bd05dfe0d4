using Cradle.Rules.Kernels;
using Cradle.Rules.Tests.Identity;

namespace Cradle.Rules.Tests.Kernels;

public sealed class ScalarKernelIdentityTests : IdentitySuite
{
    // the code is emitted as for vectors, which try all programs; only the primitives differ, and they are compared one by one
    protected override int Programs => 500;

    internal override IBackEnd CreateBackEnd() => new KernelBackEnd(KernelVariant.Scalar);
}

public sealed class VectorKernelIdentityTests : IdentitySuite
{
    internal override IBackEnd CreateBackEnd() => new KernelBackEnd(KernelVariant.Vector);
}
