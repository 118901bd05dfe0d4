using Cradle.Platform.Access;
using Cradle.Primitives;

namespace Cradle.Platform.Web.Accounts;

/// <summary>A role with its place, for reading: 部门经办人 · 吉林省长春市.</summary>
public sealed class HeldRoleText(DivisionCatalogue divisions)
{
    public string Of(HeldRole held) => string.Join(" · ", new[] { RoleWords.Of(held.Role).ToString(), PlaceOf(held.Division), held.Unit }.OfType<string>());

    /// <summary>The full name of a division; its digits where the catalogue does not have it.</summary>
    public string PlaceOf(DivisionCode division) =>
        division == DivisionCode.Nation ? Wording.Say("全国", "the whole country")
        : (Wording.InEnglish ? divisions.FullNameEn(division) : divisions.FullNameZh(division)) ?? division.ToString();
}
