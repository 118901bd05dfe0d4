using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Tests.Packs;
using Cradle.Rules.Tests.Properties;

namespace Cradle.Rules.Tests.Facts;

public class FactPathTests
{
    [Fact]
    public void Every_fact_of_a_family_is_found_again_by_its_path()
    {
        var family = new FamilyGenerator(11).Whole();
        family.MotherElders = [family.New(Rules.Packs.EntityKind.Elder)];

        foreach (var path in FactList.Of(family))
        {
            Assert.True(FactPathReader.TryRead(RealPack.Vocabulary, path.ToString(), out var read), path.ToString());
            Assert.Equal(path, read);
            Assert.Equal(path.GetHashCode(), read.GetHashCode());
        }
    }

    [Theory]
    [InlineData("children")]
    [InlineData("mother.parentsInHospital")]
    [InlineData("father.parentsInHospital")]
    [InlineData("father.parentsInHospital[1].nursingGrade")]
    public void A_list_and_its_items_are_paths_too(string text)
    {
        Assert.True(FactPathReader.TryRead(RealPack.Vocabulary, text, out var path));
        Assert.Equal(text, path.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mother")]
    [InlineData("mother.")]
    [InlineData("mother.nothing")]
    [InlineData("children[0]")]
    [InlineData("children[-1].birthDate")]
    [InlineData("children[999].birthDate")]
    [InlineData("mother.providentFund")]
    [InlineData("grandmother.employment")]
    public void A_path_to_nothing_is_refused(string? text) => Assert.False(FactPathReader.TryRead(RealPack.Vocabulary, text, out _));
}
