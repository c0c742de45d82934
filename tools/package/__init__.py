"""What is deployed, made from what stands here: the function's code for Lambda, and the skill package for Alexa."""
