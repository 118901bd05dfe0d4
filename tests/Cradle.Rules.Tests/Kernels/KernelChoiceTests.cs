using Cradle.Rules.Kernels;

namespace Cradle.Rules.Tests.Kernels;

public class KernelChoiceTests
{
    [Theory]
    [InlineData("vector", KernelVariant.Vector)]
    [InlineData("scalar", KernelVariant.Scalar)]
    [InlineData("reference", KernelVariant.Reference)]
    public void The_environment_forces_a_variant(string name, KernelVariant variant) => Assert.Equal(variant, KernelChoice.Parse(name));

    [Fact]
    public void A_variant_that_does_not_exist_is_refused_with_those_that_do() =>
        Assert.Contains("vector, scalar or reference", Assert.Throws<UnknownKernelException>(() => KernelChoice.Parse("gpu")).Message, StringComparison.Ordinal);
}
