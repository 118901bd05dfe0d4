using Cradle.Rules.Kernels;
using Cradle.Rules.Tests.Identity;

namespace Cradle.Rules.Tests.Kernels;

public sealed class ScalarKernelIdentityTests : IdentitySuite
{
    internal override IBackEnd CreateBackEnd() => new KernelBackEnd(KernelVariant.Scalar);
}

public sealed class VectorKernelIdentityTests : IdentitySuite
{
    internal override IBackEnd CreateBackEnd() => new KernelBackEnd(KernelVariant.Vector);
}
