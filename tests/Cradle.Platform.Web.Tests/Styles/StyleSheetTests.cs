using System.Text.RegularExpressions;
using System.Xml.Linq;
using Cradle.Tests;

namespace Cradle.Platform.Web.Tests.Styles;

public partial class StyleSheetTests
{
    private static readonly string Folder = Repository.PathOf("src", "Platform", "Cradle.Platform.Web");

    [Fact]
    public void Every_style_file_is_in_the_bundle_once()
    {
        var listed = XDocument.Load(Path.Combine(Folder, "Cradle.Platform.Web.csproj")).Descendants("StyleSheet")
            .SelectMany(item => item.Attribute("Include")?.Value.Split(';') ?? []).ToList();
        var present = Directory.EnumerateFiles(Path.Combine(Folder, "Styles"), "*.css", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'));
        Assert.Equal(present.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_role_that_a_style_uses_is_a_token()
    {
        var css = string.Concat(Directory.EnumerateFiles(Path.Combine(Folder, "Styles"), "*.css", SearchOption.AllDirectories).Select(File.ReadAllText));
        var tokens = Definition().Matches(css).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.NotEmpty(tokens);
        Assert.Subset(tokens, Use().Matches(css).Select(match => match.Groups[1].Value).ToHashSet());
    }

    [Fact]
    public void No_page_carries_a_style_or_a_script_of_its_own()
    {
        var pages = Directory.EnumerateFiles(Repository.PathOf("src"), "*.cshtml", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(pages);
        Assert.DoesNotContain(pages, page => Inline().IsMatch(File.ReadAllText(page)));
    }

    [Theory]
    [InlineData("<p style=\"x\">", true)]
    [InlineData("<style>", true)]
    [InlineData("<a onclick=\"x\">", true)]
    [InlineData("<script>x</script>", true)]
    [InlineData("<script src=\"~/x.js\"></script>", false)]
    [InlineData("<link rel=\"stylesheet\" href=\"x\">", false)]
    public void The_search_for_inline_code_finds_what_it_should(string html, bool found) => Assert.Equal(found, Inline().IsMatch(html));

    [Fact]
    public void A_word_is_never_set_smaller_than_14_pixels()
    {
        var sizes = Directory.EnumerateFiles(Path.Combine(Folder, "Styles"), "*.css", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith("print.css", StringComparison.Ordinal))
            .SelectMany(file => FontSize().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));
        Assert.All(sizes, rem => Assert.InRange(double.Parse(rem, System.Globalization.CultureInfo.InvariantCulture), 0.875, 10));
    }

    [GeneratedRegex(@"(--[a-z0-9-]+)\s*:")]
    private static partial Regex Definition();

    [GeneratedRegex(@"var\((--[a-z0-9-]+)")]
    private static partial Regex Use();

    [GeneratedRegex(@"\sstyle\s*=|<style|\son[a-z]+\s*=\s*""|<script(?![^>]*\ssrc=)", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"font-size:\s*([0-9.]+)rem")]
    private static partial Regex FontSize();
}
