using Cradle.Platform.Web;

namespace Cradle.Governance.SocialForces;

/// <summary>What the six functions are called, as 001/29 and 002/三（三） name them.</summary>
public static class SocialWords
{
    public static Words Of(SocialFunction function) => function switch
    {
        SocialFunction.Publicity => new("宣传教育", "Publicity and education"),
        SocialFunction.ReproductiveHealthCounsel => new("生殖健康咨询服务", "Reproductive-health counsel"),
        SocialFunction.BirthGuidance => new("优生优育指导", "Guidance on birth and upbringing"),
        SocialFunction.FamilyHelp => new("计划生育家庭帮扶", "Help for family-planning families"),
        SocialFunction.RightsProtection => new("权益维护", "Protection of rights"),
        _ => new("家庭健康促进", "Family health"),
    };
}
