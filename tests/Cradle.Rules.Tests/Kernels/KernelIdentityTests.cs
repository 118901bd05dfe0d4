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

/// <summary>Code that is made once for several days; some days are asked in one span, some in the next.</summary>
public sealed class ManyDaysKernelIdentityTests : IdentitySuite
{
    protected override int Programs => 1000;

    protected override IReadOnlyList<DateOnly> Days => [new(2026, 3, 1), new(2026, 6, 30), new(2026, 3, 2), new(2026, 7, 1)];

    internal override IBackEnd CreateBackEnd() => new KernelBackEnd(KernelVariant.Vector, manyDays: true);
}
